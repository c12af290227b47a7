#!/usr/bin/env bash
# Makes or mends `.venv` from a locked, hash-checked set of packages: requirements/install.sh runtime|dev
#
# It needs Python 3.11 or newer and nothing else. Only pip is used, since every Python brings it.
set -euo pipefail
cd "$(dirname "$0")/.."
set_name="${1:?say which set: runtime or dev}"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore PYTHONWARNINGS=ignore
unset PIP_REQUIRE_VIRTUALENV

stop() {
    echo "$*" >&2
    exit 1
}

find_python() {
    for name in ${PYTHON:-python3.11 python3.12 python3.13 python3}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    stop "Python 3.11 or newer is needed. On Debian or Ubuntu: sudo apt-get install python3 python3-venv"
}

# Debian keeps what `python -m venv` needs in a package of its own.
install_venv_module() {
    local package
    package="$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        stop "This Python cannot make virtual environments yet. On Debian or Ubuntu: sudo apt-get install $package"
    fi
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$package" ||
        DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends python3-venv
}

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python="$(find_python)"
    "$python" -c 'import ensurepip, venv' 2>/dev/null || install_venv_module "$python"
    "$python" -m venv --clear .venv
fi

echo "Installing the $set_name packages into .venv …"
pip() { .venv/bin/python -m pip "$@"; }
pip install -qq --require-hashes --no-deps -r requirements/build.lock -r "requirements/$set_name.lock"
pip install -qq --no-deps --no-build-isolation --editable .
