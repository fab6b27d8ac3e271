// What-if factors on what is published of a chip and its links.
#pragma once

namespace memwall::core
{

/// latency multiplies times, the others rates or sizes.
struct ResourceScale
{
    double bandwidth = 1.0, flops = 1.0, capacity = 1.0, latency = 1.0, link = 1.0;

    bool operator==(const ResourceScale&) const = default;
};

} // namespace memwall::core
