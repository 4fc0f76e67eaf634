// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/diagnostics.h"

#include "aws/tlslibrary.h"
#include "core/redact.h"
#include "core/settings.h"
#include "monitor/callledger.h"
#include "monitor/monitorhub.h"
#include "monitor/regionmonitor.h"
#include "storage/diagnosticsbundle.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLibraryInfo>
#include <QLocale>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QSysInfo>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tallylight::monitor {

namespace {

constexpr qsizetype kLongestSetting = 500;

QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

QByteArray jsonText(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

QString isoTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString categoryWord(ErrorCategory category)
{
    return QString::fromLatin1(
        QMetaEnum::fromType<ErrorCategory>().valueToKey(static_cast<int>(category)));
}

QJsonValue errorJson(const std::optional<ApiError> &error)
{
    if (!error)
        return QJsonValue::Null;
    QJsonObject json{{u"category"_s, categoryWord(error->category)},
                     {u"code"_s, anonymized(error->code)},
                     {u"message"_s, anonymized(error->message)},
                     {u"at"_s, isoTime(error->at)}};
    if (!error->certificateIssuer.isEmpty())
        json.insert(u"certificateIssuer"_s, anonymized(error->certificateIssuer));
    return json;
}

QString shortAccount(const QString &accountId)
{
    return accountId.isEmpty() ? QString() : u"********"_s + accountId.right(4);
}

QString proxyWord(const ProxySetting &proxy)
{
    switch (proxy.mode) {
    case ProxySetting::Mode::System:
        return u"system"_s;
    case ProxySetting::Mode::None:
        return u"none"_s;
    case ProxySetting::Mode::Manual:
        break;
    }
    const QString user = proxy.url.userName().isEmpty() ? QString() : u"(user)@"_s;
    return u"%1://%2%3:%4"_s.arg(proxy.url.scheme(), user, proxy.url.host()).arg(proxy.url.port());
}

QString sourceWord(CredentialSource source)
{
    switch (source) {
    case CredentialSource::Keychain:
        return u"keychain"_s;
    case CredentialSource::Environment:
        return u"environment"_s;
    case CredentialSource::AwsProfile:
        return u"aws-profile"_s;
    case CredentialSource::Sso:
        return u"identity-center"_s;
    }
    return {};
}

QString phaseWord(Phase phase)
{
    switch (phase) {
    case Phase::WaitingForCredentials:
        return u"waiting for credentials"_s;
    case Phase::CredentialsProblem:
        return u"credentials problem"_s;
    case Phase::Live:
        return u"live"_s;
    case Phase::Paused:
        return u"paused"_s;
    case Phase::Stopped:
        return u"stopped"_s;
    default:
        return u"other"_s;
    }
}

QString secretWord(SecretProblem problem)
{
    return problem == SecretProblem::None ? u"none"_s : credentialError(problem).code;
}

QJsonValue timeJson(const QDateTime &utc)
{
    return utc.isValid() ? QJsonValue(utc.toString(Qt::ISODate)) : QJsonValue();
}

QString staleWord(StaleCause cause)
{
    switch (cause) {
    case StaleCause::None:
        return u"none"_s;
    case StaleCause::TooOld:
        return u"too old"_s;
    case StaleCause::Failed:
        return u"failed"_s;
    case StaleCause::Paused:
        return u"paused"_s;
    case StaleCause::Slowed:
        return u"slowed by the budget"_s;
    case StaleCause::Asleep:
        return u"computer slept"_s;
    case StaleCause::NetworkLost:
        return u"network lost"_s;
    case StaleCause::EarlierRun:
        return u"earlier run"_s;
    case StaleCause::ClockChanged:
        return u"clock changed"_s;
    }
    return {};
}

QJsonObject profileJson(const Profile &profile)
{
    QJsonObject endpoints;
    for (const auto &[service, name] :
         {std::pair(Service::MediaLive, u"medialive"_s),
          std::pair(Service::CloudWatch, u"monitoring"_s), std::pair(Service::Sts, u"sts"_s)})
        endpoints.insert(name, profile.endpoint(service).toString(QUrl::RemoveUserInfo));
    return {
        {u"id"_s, profile.id.left(8)},
        {u"name"_s, anonymized(profile.name)},
        {u"region"_s, profile.region},
        {u"accountId"_s, shortAccount(profile.accountId)},
        {u"production"_s, profile.production},
        {u"credentials"_s, sourceWord(profile.credentialSource)},
        {u"endpoints"_s, endpoints},
        {u"endpointsOverridden"_s, !(profile.endpoints == EndpointOverrides())},
        {u"proxyMedialive"_s, proxyWord(profile.medialiveProxy)},
        {u"proxyMonitoring"_s, proxyWord(profile.monitoringProxy)},
        {u"caFile"_s, profile.caFile.isEmpty() ? QString() : QFileInfo(profile.caFile).fileName()},
        {u"medialiveRequestsPerSecond"_s, profile.medialiveRequestsPerSecond},
        {u"cloudwatchBudgetUsdPerMonth"_s, profile.cloudwatchBudgetUsdPerMonth},
        {u"useFreeMetricStatistics"_s, profile.useFreeMetricStatistics},
        {u"inventorySeconds"_s, profile.inventorySeconds},
        {u"metricsSeconds"_s, profile.metricsSeconds},
        {u"fieldsOfALaterVersion"_s, static_cast<int>(profile.unknownFields.size())},
    };
}

QJsonObject programJson(const Clock &clock)
{
    return {
        {u"tallylight"_s, QStringLiteral(TALLYLIGHT_VERSION)},
        {u"qt"_s, QLibraryInfo::version().toString()},
        {u"qtBuiltWith"_s, QStringLiteral(QT_VERSION_STR)},
        {u"tls"_s, aws::tlsLibrary()},
        {u"sqlite"_s, storage::sqliteVersion()},
        {u"system"_s, QSysInfo::prettyProductName()},
        {u"kernel"_s, QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()},
        {u"cpu"_s, QSysInfo::currentCpuArchitecture()},
        {u"locale"_s, QLocale().name()},
        {u"timeZone"_s, QString::fromLatin1(QTimeZone::systemTimeZoneId())},
        {u"writtenAt"_s, isoTime(clock.utcNow())},
    };
}

QJsonObject freshnessJson(const Freshness &freshness, const QDateTime &now)
{
    const Trust trust = freshness.trust(now);
    const QString word = trust == Trust::Fresh ? u"fresh"_s
        : trust == Trust::Stale                ? u"stale"_s
                                               : u"never observed"_s;
    return {{u"trust"_s, word},
            {u"staleCause"_s, staleWord(freshness.staleCause(now))},
            {u"observedAt"_s, isoTime(freshness.observedAt)},
            {u"expectedEverySeconds"_s, static_cast<qint64>(freshness.expectedEvery.count())},
            {u"error"_s, errorJson(freshness.error)}};
}

QJsonObject statsJson(const CallStats &stats)
{
    return {{u"requests"_s, stats.calls},
            {u"failures"_s, stats.failures},
            {u"throttled"_s, stats.throttled},
            {u"metricsRequested"_s, stats.metricsRequested},
            {u"lastSuccess"_s, isoTime(stats.lastSuccess)},
            {u"lastError"_s, errorJson(stats.lastError)}};
}

QJsonArray statusJson(MonitorHub &hub, const QDateTime &now)
{
    QJsonArray all;
    for (const RegionMonitor *region : hub.regions()) {
        const RegionStatus status = region->status();
        const auto skew = hub.calls().clockSkewSeconds(status.profileId);
        all.append(QJsonObject{
            {u"profile"_s, status.profileId.left(8)},
            {u"phase"_s, phaseWord(status.phase)},
            {u"secretProblem"_s, secretWord(status.secretProblem)},
            {u"secretDetail"_s, anonymized(status.secretDetail)},
            {u"renewalProblem"_s, secretWord(status.credentials.renewalProblem)},
            {u"credentialsExpireAt"_s, timeJson(status.credentials.expiresAt)},
            {u"credentialsEndAt"_s, timeJson(status.credentials.endsAt)},
            {u"channels"_s, status.channelCount},
            {u"runningChannels"_s, status.runningCount},
            {u"inputs"_s, status.inputCount},
            {u"channelList"_s, freshnessJson(status.channels, now)},
            {u"inputList"_s, freshnessJson(status.inputs, now)},
            {u"alertLists"_s, freshnessJson(status.alerts, now)},
            {u"metrics"_s, freshnessJson(status.metrics, now)},
            {u"identity"_s, freshnessJson(status.identity, now)},
            {u"medialive"_s, statsJson(status.medialive)},
            {u"cloudwatch"_s, statsJson(status.cloudwatch)},
            {u"sts"_s, statsJson(status.sts)},
            {u"clockSkewSeconds"_s, skew ? QJsonValue(*skew) : QJsonValue()},
            {u"clockCorrectedBySeconds"_s, status.clockOffsetSeconds},
        });
    }
    return all;
}

QJsonArray callsJson(const CallLedger &ledger)
{
    QJsonArray all;
    const QList<LedgerCall> calls = ledger.calls();
    for (const LedgerCall &call : calls) {
        const CallRecord &record = call.record;
        all.append(QJsonObject{
            {u"profile"_s, call.profileId.left(8)},
            {u"service"_s, signingName(record.service)},
            {u"operation"_s, record.operation},
            {u"startedAt"_s, isoTime(record.startedAt)},
            {u"durationMs"_s, static_cast<qint64>(record.duration.count())},
            {u"attempts"_s, record.attempts},
            {u"httpStatus"_s, record.httpStatus},
            {u"bytes"_s, record.bytesReceived},
            {u"requestId"_s, anonymized(record.requestId)},
            {u"host"_s, record.host},
            {u"path"_s, anonymized(record.path)},
            {u"error"_s, errorJson(record.error)},
        });
    }
    return all;
}

QJsonObject settingsJson(const Settings &settings)
{
    QJsonObject json;
    const QStringList keys = settings.keys();
    for (const QString &key : keys) {
        const QVariant value = settings.value(key);
        if (value.typeId() == QMetaType::QByteArray) {
            json.insert(key, u"(%1 bytes)"_s.arg(value.toByteArray().size()));
            continue;
        }
        const QString text = value.typeId() == QMetaType::QStringList
            ? value.toStringList().join(u", "_s)
            : value.toString();
        json.insert(key, anonymized(text).left(kLongestSetting));
    }
    return json;
}

QJsonObject filesJson(const QStringList &folders)
{
    QJsonObject json;
    for (const QString &folder : folders) {
        QJsonObject files;
        const QList<storage::SizedFile> found = storage::filesBelow(folder);
        for (const storage::SizedFile &file : found)
            files.insert(anonymized(file.name), file.bytes);
        json.insert(anonymized(folder), files);
    }
    return json;
}

/// Only which variables are set: a proxy's may hold a password, the others keys.
QJsonObject environmentJson()
{
    QJsonObject json;
    for (const char *name : {"AWS_ACCESS_KEY_ID",
                             "AWS_SECRET_ACCESS_KEY",
                             "AWS_SESSION_TOKEN",
                             "AWS_PROFILE",
                             "AWS_REGION",
                             "AWS_CONFIG_FILE",
                             "AWS_SHARED_CREDENTIALS_FILE",
                             "AWS_CA_BUNDLE",
                             "AWS_ENDPOINT_URL",
                             "http_proxy",
                             "https_proxy",
                             "HTTP_PROXY",
                             "HTTPS_PROXY",
                             "all_proxy",
                             "no_proxy",
                             "NO_PROXY",
                             "SSL_CERT_FILE",
                             "SSL_CERT_DIR",
                             "QT_QPA_PLATFORM",
                             "LANG",
                             "DBUS_SESSION_BUS_ADDRESS",
                             "XDG_CURRENT_DESKTOP"})
        json.insert(QString::fromLatin1(name),
                    qEnvironmentVariableIsSet(name) ? u"set"_s : u"not set"_s);
    return json;
}

} // namespace

QString anonymized(const QString &text)
{
    static const QRegularExpression principal(
        u"(arn:[a-z-]{3,12}:(?:iam|sts)::)(?:\\d{8}|\\*{8})?(\\d{4})?(:[a-z-]+/)[^\\s\"',;]+"_s);
    static const QRegularExpression account(u"(?<![0-9A-Za-z.-])\\d{8}(\\d{4})(?![0-9A-Za-z.-])"_s);
    static const QRegularExpression mail(u"[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}"_s);
    QString clean = redact(text);
    clean.replace(principal, u"\\1********\\2\\3[name]"_s);
    clean.replace(account, u"********\\1"_s);
    clean.replace(mail, u"[mail]"_s);
    const QString home = QDir::homePath();
    if (home.size() > 1)
        clean.replace(home, u"~"_s);
    return clean;
}

QByteArray diagnosticsOfProfiles(const QList<Profile> &profiles)
{
    QJsonArray all;
    for (const Profile &profile : profiles)
        all.append(profileJson(profile));
    return jsonText(all);
}

QList<DiagnosticsPart> collectDiagnostics(const DiagnosticsSources &sources)
{
    QList<Profile> profiles;
    for (const RegionMonitor *region : sources.hub.regions())
        profiles.append(region->profile());
    QList<DiagnosticsPart> parts;
    const auto add = [&parts](const QString &id, const QByteArray &content) {
        parts.append({id, id + u".json"_s, content});
    };
    add(u"program"_s, jsonText(programJson(sources.clock)));
    add(u"profiles"_s, diagnosticsOfProfiles(profiles));
    add(u"status"_s, jsonText(statusJson(sources.hub, sources.clock.utcNow())));
    add(u"calls"_s, jsonText(callsJson(sources.hub.calls())));
    add(u"settings"_s, jsonText(settingsJson(sources.settings)));
    add(u"files"_s, jsonText(filesJson(sources.folders)));
    add(u"environment"_s, jsonText(environmentJson()));
    return parts;
}

std::optional<QString> saveDiagnostics(const QString &file, const QList<DiagnosticsPart> &parts,
                                       const Clock &clock)
{
    QList<storage::BundleFile> files;
    for (const DiagnosticsPart &part : parts)
        files.append({part.fileName, part.content});
    return storage::writeBundle(file, files, clock.utcNow());
}

} // namespace tallylight::monitor
