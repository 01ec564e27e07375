"""Reading Dutch: the number grammar and the components that hand its facts to the conversation."""
