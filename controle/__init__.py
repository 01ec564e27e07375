"""The check of what the assistant says and learns from: answers, buttons, figures, wording and training messages.

``python -m controle`` runs every check. Each check is a pure function from the content to what is wrong with it.
"""
