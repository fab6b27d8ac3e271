// Normal equations of a small linear least-squares problem with sparse columns and a prior on every unknown.
#pragma once

#include <cstddef>
#include <vector>

namespace memwall::core
{

class NormalEquations
{
public:
    explicit NormalEquations(std::size_t unknowns);

    /// Column j of the matrix: its rows and values. Add in the order of j; all columns share residuals and
    /// weights.
    void addColumn(std::size_t j, const std::vector<std::size_t>& rows, const std::vector<double>& values,
        const std::vector<double>& residuals, const std::vector<double>& weights);
    /// Holds unknown j: it has strayed this far, and the pull back is this strong.
    void addPrior(std::size_t j, double strayed, double strength);

    /// The step that minimises the sum of squares; by Cholesky's decomposition.
    [[nodiscard]] std::vector<double> solve() const;

private:
    struct Column
    {
        std::vector<double> dense; ///< by row
    };
    std::size_t m_size;
    std::vector<Column> m_columns;
    std::vector<std::vector<double>> m_matrix;
    std::vector<double> m_right;
};

} // namespace memwall::core
