// How a lane looks: what stands still is painted once and kept, what time moves is painted over it. On
// vectors and finer pixels than the screen's, all of it is painted anew.
#pragma once

#include "widgets/race/answer_cache.h"
#include "widgets/race/lane_layout.h"
#include "widgets/race/lane_picture.h"
#include "widgets/race/lane_widget.h"
#include "widgets/scene/opening_ease.h"

namespace memwall::ui
{

class LaneDrawing
{
public:
    LaneDrawing(std::shared_ptr<const RaceShared> shared, std::size_t index);

    /// Ease the openings of the machine from what is drawn to what is now. What stands still is out of date.
    void refresh();
    void outdate() { m_stale = true; }
    /// Places everything, and paints what stands still where that is out of date.
    void prepare(QSize size, double ratio);
    /// REQUIRES: prepared.
    void paint(QPainter& painter, const QRegion& region);
    void paintFrame(QPainter& painter, Qt::PenStyle style) const;

    [[nodiscard]] OpeningEase& openings() { return m_openings; }
    [[nodiscard]] const LaneLayout& layout() const { return m_layout; }
    /// The parts that time moves while an answer is written: all but the answer itself.
    [[nodiscard]] std::array<QRectF, 2> movingParts() const;
    /// What so many tokens more change in the answer.
    [[nodiscard]] QRectF answerChange(const LaneNow& now);
    [[nodiscard]] const std::vector<TapeLine>& answerLines() const { return m_answer.lines(); }
    [[nodiscard]] bool isStale() const { return m_stale; }
    [[nodiscard]] int rebuilds() const { return m_rebuilds; }

private:
    /// What the time of a frame moves.
    struct Moving
    {
        LaneNow lane;
        LaneNow told; ///< the lane as its words say: they change at most three times a second
        StageNow picture;
    };

    [[nodiscard]] const RaceLane& lane() const { return m_shared->lanes[m_index]; }
    [[nodiscard]] StageInput input() const;
    [[nodiscard]] std::optional<Moving> movingNow() const;
    [[nodiscard]] TapeSlice written(const LaneNow& now) const;
    void paintStill(QPainter& painter) const;
    void paintAnswer(QPainter& painter, const LaneNow& now, bool cached);
    void paintMoving(QPainter& painter, const QRect& part, const Moving& moving, bool cached);

    std::shared_ptr<const RaceShared> m_shared;
    std::size_t m_index;
    QSize m_size;
    LaneLayout m_layout;
    StageFrame m_frame; ///< as it is drawn now
    OpeningEase m_openings;
    LanePicture m_picture;
    QPixmap m_background;
    AnswerCache m_answer;
    bool m_stale = true; ///< the background and what it depends on
    int m_rebuilds = 0;
};

} // namespace memwall::ui
