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

# The same cache entries for every checkout, whatever its folder and however fresh its headers and compiler.
export CCACHE_BASEDIR="$root"
export CCACHE_COMPILERCHECK=content
export CCACHE_NOHASHDIR=1
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime

# configure PRESET [OPTION…]: once; Ninja configures again by itself when a CMake file has changed.
configure() {
    preset=$1
    shift
    echo "Configuring ($preset)"
    quietly cmake -S "$root" --preset "$preset" "$@"
}

# Reads Ninja's lines, says how far it is: on one line of a terminal, else every tenth part.
show_progress() {
    said=0
    while IFS= read -r line; do
        counts=${line%% *}
        case "$counts" in */*) ;; *) continue ;; esac
        done=${counts%/*} all=${counts#*/}
        case "$done$all" in *[!0-9]* | '') continue ;; esac
        if [ -t 2 ]; then
            printf '\rBuilding: %d of %d steps' "$done" "$all" >&2
        elif [ $((done * 10 / all)) -gt "$said" ]; then
            said=$((done * 10 / all))
            echo "Building: $done of $all steps" >&2
        fi
    done
    [ ! -t 2 ] || printf '\r\033[K' >&2
}

# build PRESET [TARGET]: REQUIRES: configured.
build() {
    # A dry run tells whether there is anything to say.
    if ninja -C "$root/build/$1" -n "${2:-all}" 2>/dev/null | grep -q 'no work to do'; then
        return 0
    fi
    echo "Building ($1)"
    log=$(mktemp)
    {
        NINJA_STATUS='%f/%t ' ninja -C "$root/build/$1" -j "$(nproc)" "${2:-all}" 2>&1 </dev/null || echo failed
    } | tee "$log" | show_progress
    if [ "$(tail -n 1 "$log")" = failed ]; then
        grep -v '^[0-9]*/[0-9]* ' "$log" >&2
        rm -f "$log"
        echo "Failed: building ($1)" >&2
        return 1
    fi
    rm -f "$log"
}
