"""What sentences say: who is to do what by when, what was settled, what is to come."""
