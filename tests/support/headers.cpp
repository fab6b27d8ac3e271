// Nothing of its own: its headers are precompiled for the test programs.
