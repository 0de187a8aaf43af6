"""How far a score can be trusted: judged examples, the fit of the weights, and what docs/calibration.md shows of them."""
