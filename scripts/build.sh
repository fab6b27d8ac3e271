# Configuring and building, quiet unless it fails. Sourced by run and test; $root is the project's folder.

# quietly COMMAND…: shows the command's output only when it fails.
quietly() {
    log=$(mktemp)
    if "$@" >"$log" 2>&1 </dev/null; then
        rm -f "$log"
        return 0
    fi
    cat "$log" >&2
    rm -f "$log"
    echo "Failed: $*" >&2
    return 1
}

# The same cache entries for every checkout, whatever its folder and however fresh its headers.
export CCACHE_BASEDIR="$root"
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime

# build PRESET [TARGET]: Ninja configures again by itself when a CMake file has changed.
build() {
    if [ ! -f "$root/build/$1/build.ninja" ]; then
        echo "Configuring ($1)"
        quietly cmake -S "$root" --preset "$1"
    fi
    # A dry run tells whether there is anything to say.
    if ! ninja -C "$root/build/$1" -n "${2:-all}" 2>/dev/null | grep -q 'no work to do'; then
        echo "Building ($1)"
    fi
    quietly ninja -C "$root/build/$1" -j "$(nproc)" "${2:-all}"
}
