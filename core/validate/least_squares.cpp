#include "core/validate/least_squares.h"

#include <cmath>

namespace memwall::core
{

NormalEquations::NormalEquations(std::size_t unknowns)
    : m_size(unknowns)
    , m_matrix(unknowns, std::vector<double>(unknowns, 0.0))
    , m_right(unknowns, 0.0)
{
}

void NormalEquations::addColumn(std::size_t j, const std::vector<std::size_t>& rows,
    const std::vector<double>& values, const std::vector<double>& residuals,
    const std::vector<double>& weights)
{
    Column column { std::vector<double>(residuals.size(), 0.0) };
    for (std::size_t k = 0; k < rows.size(); ++k)
        column.dense[rows[k]] = values[k];
    m_columns.push_back(std::move(column));
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const double weighted = values[k] * weights[rows[k]];
        m_right[j] -= weighted * residuals[rows[k]];
        for (std::size_t other = 0; other <= j; ++other)
            m_matrix[j][other] += weighted * m_columns[other].dense[rows[k]];
    }
}

void NormalEquations::addPrior(std::size_t j, double strayed, double strength)
{
    m_matrix[j][j] += strength;
    m_right[j] -= strayed * strength;
}

std::vector<double> NormalEquations::solve() const
{
    // Lower triangle L with L Lᵀ = matrix, then forward and backward substitution.
    auto lower = m_matrix;
    for (std::size_t j = 0; j < m_size; ++j) {
        for (std::size_t k = 0; k < j; ++k)
            lower[j][j] -= lower[j][k] * lower[j][k];
        lower[j][j] = std::sqrt(lower[j][j]);
        for (std::size_t i = j + 1; i < m_size; ++i) {
            for (std::size_t k = 0; k < j; ++k)
                lower[i][j] -= lower[i][k] * lower[j][k];
            lower[i][j] /= lower[j][j];
        }
    }
    std::vector<double> x = m_right;
    for (std::size_t i = 0; i < m_size; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            x[i] -= lower[i][k] * x[k];
        x[i] /= lower[i][i];
    }
    for (std::size_t i = m_size; i-- > 0;) {
        for (std::size_t k = i + 1; k < m_size; ++k)
            x[i] -= lower[k][i] * x[k];
        x[i] /= lower[i][i];
    }
    return x;
}

} // namespace memwall::core
