// Precompiled for the rooms of core: what most of them include.
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>
