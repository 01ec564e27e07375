"""What the conversation runs on inside Rasa: which move comes next, what is remembered, how an answer is chosen."""
