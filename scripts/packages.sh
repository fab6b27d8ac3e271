# Debian packages that Memwall needs, and installing the missing ones.

build_packages="build-essential cmake ninja-build ccache mold qt6-base-dev qt6-charts-dev libqt6opengl6-dev
    libxkbcommon-dev libgl-dev qt6-l10n-tools qt6-svg-dev libgif-dev qt6-wayland libqcustomplot-dev nlohmann-json3-dev libmuparser-dev fonts-inter fonts-dejavu-core"
test_packages="locales python3 python3-jsonschema librapidcheck-dev ffmpeg poppler-utils"
fresh_packages="mmdebstrap"
tidy_packages="clang-tidy-19"
fuzz_packages="clang-19 libclang-rt-19-dev"

# install_missing PACKAGE…: asks dpkg first, so that nothing is touched when everything is there.
install_missing() {
    command -v dpkg-query >/dev/null || {
        echo "This is not a Debian system; please install what corresponds to: $*" >&2
        return 0
    }
    missing=
    for package in "$@"; do
        status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || true
        [ "$status" = installed ] || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0

    echo "Installing Debian packages:$missing"
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "Installing them needs root. Please run as root:" >&2
            echo "    apt-get install --no-install-recommends$missing" >&2
            return 1
        }
        as_root=sudo
    fi
    # shellcheck disable=SC2086 # word splitting is meant: a list of package names
    quietly $as_root apt-get -qq update
    # shellcheck disable=SC2086
    quietly $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq install --yes --no-install-recommends $missing
}
