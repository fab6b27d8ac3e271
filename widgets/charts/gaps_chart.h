// The gap before every token (ITL) of every user over the run, with the prompts that made others wait.
#pragma once

#include "widgets/plots/chart.h"

namespace memwall::ui
{

class GapsChart : public Chart
{
    Q_OBJECT
public:
    explicit GapsChart(QWidget* parent = nullptr);

    [[nodiscard]] std::string chartCsv() const override;
    [[nodiscard]] std::vector<ChartMark> marks() const override;
    [[nodiscard]] QString textAt(QPointF place) const override;

protected:
    void draw() override;

private:
    struct User
    {
        std::size_t request = 0;
        std::vector<core::TokenGap> gaps;
        core::TokenGap longest;
    };
    void collect();
    void addUsers();
    void addPrompts();
    void addLongest();
    [[nodiscard]] const User* hardestHit() const;
    [[nodiscard]] QString describe(const User& user, const core::TokenGap& gap) const;

    std::vector<User> m_users; ///< those drawn
    std::weak_ptr<const core::Run> m_collected; ///< an address may be another run's by now
};

} // namespace memwall::ui
