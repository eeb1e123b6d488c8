"""What the speed claims rest on: ratios measured in one run, on the machine that runs them."""
