"""The head and the foot of minutes: which body, when, where, who led, wrote, was elected and signed."""
