// A language for finding texts that cannot be translated, or have no room in a longer one.
#pragma once

#include <QTranslator>

#include <memory>

namespace memwall::app
{

/// Letters with accents, a third longer, in brackets: "Charts" becomes "[Çĥåŕţš ~~]". Places (%1, %n),
/// mnemonics and markup stay as they are.
[[nodiscard]] QString pseudo(const QString& english);

/// Translates every text of the program and of Qt, by itself: there is no file of it.
class PseudoTranslator : public QTranslator
{
public:
    /// English: for its plurals; may be null.
    explicit PseudoTranslator(std::unique_ptr<QTranslator> english, QObject* parent = nullptr);

    [[nodiscard]] QString translate(const char* context, const char* text,
        const char* disambiguation = nullptr, int n = -1) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }

private:
    std::unique_ptr<QTranslator> m_english;
};

} // namespace memwall::app
