"""How an app of ours is served: by uvicorn, with bounds on what a client may ask of it. Knows nothing of what is served."""
