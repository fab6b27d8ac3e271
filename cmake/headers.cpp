// Nothing of its own: headers are precompiled for it, which other targets use.
