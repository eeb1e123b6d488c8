"""Every screen of the samples as pictures: what the developers look at, and tests measure."""
