// Nothing of its own: the precompiled header needs a library that it belongs to.
