#include "app/files/settings_file.h"

#include <QFileDevice>
#include <QJsonDocument>
#include <QJsonObject>

namespace memwall::app
{

namespace
{

const QString kBase64 = QStringLiteral("base64");

QJsonValue toJson(const QVariant& value)
{
    if (value.typeId() == QMetaType::QByteArray)
        return QJsonObject { { kBase64, QString::fromUtf8(value.toByteArray().toBase64()) } };
    return QJsonValue::fromVariant(value);
}

QVariant fromJson(const QJsonValue& value)
{
    if (value.isObject())
        return QByteArray::fromBase64(value.toObject().value(kBase64).toString().toUtf8());
    return value.toVariant();
}

/// What cannot be read is no setting.
bool readSettingsJson(QIODevice& device, QSettings::SettingsMap& settings)
{
    const QJsonObject json = QJsonDocument::fromJson(device.readAll()).object();
    for (auto it = json.begin(); it != json.end(); ++it)
        settings.insert(it.key(), fromJson(it.value()));
    return true;
}

bool writeSettingsJson(QIODevice& device, const QSettings::SettingsMap& settings)
{
    QJsonObject json;
    for (auto it = settings.begin(); it != settings.end(); ++it)
        json.insert(it.key(), toJson(it.value()));
    const QByteArray bytes = QJsonDocument(json).toJson();
    auto* file = qobject_cast<QFileDevice*>(&device);
    return device.write(bytes) == bytes.size() && (!file || file->flush());
}

} // namespace

QSettings::Format useSettingsFile()
{
    static const QSettings::Format format
        = QSettings::registerFormat(QStringLiteral("json"), readSettingsJson, writeSettingsJson);
    QSettings::setDefaultFormat(format);
    return format;
}

} // namespace memwall::app
