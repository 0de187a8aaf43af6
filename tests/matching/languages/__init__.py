"""Short articles in many languages with the listed parties that they name, and how well these are found."""
