"""Same letters, same tokens, offsets survive: everything that knows about writing, nothing that knows about lists."""
