"""How far a score can be trusted: judged examples, the fit of the weights, and the page that shows them."""
