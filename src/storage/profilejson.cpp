// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/profilejson.h"

#include "core/jsonread.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <QUuid>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

using Kind = ProfileFileError::Kind;

constexpr int kVersion = 1;
constexpr qsizetype kMaxBytes = qsizetype{4} * 1024 * 1024;
constexpr int kMaxDepth = 32; // of unknown values

/// The keys this version understands; everything else is kept as it is.
struct KnownObject
{
    QString key;
    QStringList keys;
};

QList<KnownObject> knownObjects()
{
    return {
        {u"credentials"_s,
         {u"source"_s, u"awsProfile"_s, u"ssoStartUrl"_s, u"ssoRegion"_s, u"ssoSessionName"_s,
          u"accountId"_s, u"roleName"_s, u"roleArn"_s, u"externalId"_s, u"mfaSerial"_s,
          u"roleSessionName"_s, u"roleDurationSeconds"_s}},
        {u"endpoints"_s, {u"medialive"_s, u"monitoring"_s, u"sts"_s}},
        {u"proxy"_s, {u"medialive"_s, u"monitoring"_s}},
        {u"limits"_s,
         {u"medialiveRequestsPerSecond"_s, u"cloudwatchBudgetUsdPerMonth"_s,
          u"useFreeMetricStatistics"_s}},
        {u"poll"_s, {u"inventorySeconds"_s, u"metricsSeconds"_s}},
    };
}

QStringList knownScalars()
{
    return {u"id"_s,    u"name"_s,       u"region"_s, u"accountId"_s,
            u"color"_s, u"production"_s, u"caFile"_s};
}

bool soundsSecret(const QString &key)
{
    static const QRegularExpression separators(u"[-_ .]"_s);
    const QString plain = key.toLower().remove(separators);
    static const QSet<QString> names{u"accesskeyid"_s,   u"accesskey"_s,  u"awsaccesskeyid"_s,
                                     u"secret"_s,        u"secretkey"_s,  u"token"_s,
                                     u"securitytoken"_s, u"passphrase"_s, u"passwd"_s,
                                     u"privatekey"_s,    u"password"_s};
    return names.contains(plain) || plain.endsWith("password"_L1) || plain.endsWith("secret"_L1)
        || plain.endsWith("secretaccesskey"_L1) || plain.endsWith("sessiontoken"_L1);
}

/// \a object without the keys in \a known.
QJsonObject without(QJsonObject object, const QStringList &known)
{
    for (const QString &key : known)
        object.remove(key);
    return object;
}

QJsonObject unknownFieldsOf(const QJsonObject &profile)
{
    QJsonObject unknown = without(profile, knownScalars());
    for (const KnownObject &object : knownObjects()) {
        const QJsonObject rest = without(unknown.take(object.key).toObject(), object.keys);
        if (!rest.isEmpty())
            unknown.insert(object.key, rest);
    }
    return unknown;
}

/// The path of the first key in \a value that sounds like a secret or lies too deep; empty when
/// there is none.
QString firstSecretPath(const QJsonValue &value, const QString &path, int depth = 0)
{
    if (depth > kMaxDepth)
        return path;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString found
                = firstSecretPath(array.at(i), path + u'[' + QString::number(i) + u']', depth + 1);
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString inside = path.isEmpty() ? it.key() : path + u'.' + it.key();
        if (soundsSecret(it.key()))
            return inside;
        const QString found = firstSecretPath(it.value(), inside, depth + 1);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

/// \a object without anything that sounds secret, at any depth. Reading refuses such a file; this
/// guards against fields that were put into a Profile by other means.
QJsonObject withoutSecrets(QJsonObject object)
{
    const QStringList keys = object.keys();
    for (const QString &key : keys) {
        if (!firstSecretPath(QJsonObject{{key, object.value(key)}}, {}).isEmpty())
            object.remove(key);
    }
    return object;
}

/// Adds what \a unknown has and \a object has not, also inside objects both have.
void mergeUnknown(QJsonObject &object, const QJsonObject &unknown)
{
    for (auto it = unknown.begin(); it != unknown.end(); ++it) {
        if (!object.contains(it.key())) {
            object.insert(it.key(), it.value());
        } else if (it.value().isObject() && object.value(it.key()).isObject()) {
            QJsonObject inner = object.value(it.key()).toObject();
            mergeUnknown(inner, it.value().toObject());
            object.insert(it.key(), inner);
        }
    }
}

void insertIfSet(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

QString urlText(const QUrl &url, QUrl::FormattingOptions hidden)
{
    return url.toString(hidden | QUrl::FullyEncoded);
}

QString proxyText(const ProxySetting &proxy)
{
    switch (proxy.mode) {
    case ProxySetting::Mode::System:
        return u"system"_s;
    case ProxySetting::Mode::None:
        return u"none"_s;
    case ProxySetting::Mode::Manual:
        return urlText(proxy.url, QUrl::RemovePassword);
    }
    return {};
}

QString sourceText(CredentialSource source)
{
    switch (source) {
    case CredentialSource::Keychain:
        return u"keychain"_s;
    case CredentialSource::Environment:
        return u"environment"_s;
    case CredentialSource::AwsProfile:
        return u"aws-profile"_s;
    case CredentialSource::Sso:
        return u"sso"_s;
    }
    return {};
}

std::optional<CredentialSource> sourceFromText(const QString &text)
{
    for (const CredentialSource source : {CredentialSource::Keychain, CredentialSource::Environment,
                                          CredentialSource::AwsProfile, CredentialSource::Sso}) {
        if (sourceText(source) == text)
            return source;
    }
    return std::nullopt;
}

QJsonObject toJson(const Profile &profile)
{
    QJsonObject credentials{{u"source"_s, sourceText(profile.credentialSource)}};
    insertIfSet(credentials, u"awsProfile"_s, profile.awsProfile);
    insertIfSet(credentials, u"ssoStartUrl"_s, profile.sso.startUrl);
    insertIfSet(credentials, u"ssoRegion"_s, profile.sso.region);
    insertIfSet(credentials, u"ssoSessionName"_s, profile.sso.sessionName);
    insertIfSet(credentials, u"accountId"_s, profile.sso.accountId);
    insertIfSet(credentials, u"roleName"_s, profile.sso.roleName);
    insertIfSet(credentials, u"roleArn"_s, profile.assumeRole.roleArn);
    insertIfSet(credentials, u"externalId"_s, profile.assumeRole.externalId);
    insertIfSet(credentials, u"mfaSerial"_s, profile.assumeRole.mfaSerial);
    insertIfSet(credentials, u"roleSessionName"_s, profile.assumeRole.sessionName);
    if (profile.assumeRole.durationSeconds != 0)
        credentials.insert(u"roleDurationSeconds"_s, profile.assumeRole.durationSeconds);

    QJsonObject endpoints;
    insertIfSet(endpoints, u"medialive"_s,
                urlText(profile.endpoints.medialive, QUrl::RemoveUserInfo));
    insertIfSet(endpoints, u"monitoring"_s,
                urlText(profile.endpoints.monitoring, QUrl::RemoveUserInfo));
    insertIfSet(endpoints, u"sts"_s, urlText(profile.endpoints.sts, QUrl::RemoveUserInfo));

    QJsonObject json{
        {u"id"_s, profile.id},
        {u"name"_s, profile.name},
        {u"region"_s, profile.region},
        {u"production"_s, profile.production},
        {u"credentials"_s, credentials},
        {u"limits"_s,
         QJsonObject{{u"medialiveRequestsPerSecond"_s, profile.medialiveRequestsPerSecond},
                     {u"cloudwatchBudgetUsdPerMonth"_s, profile.cloudwatchBudgetUsdPerMonth},
                     {u"useFreeMetricStatistics"_s, profile.useFreeMetricStatistics}}},
        {u"poll"_s,
         QJsonObject{{u"inventorySeconds"_s, profile.inventorySeconds},
                     {u"metricsSeconds"_s, profile.metricsSeconds}}},
    };
    insertIfSet(json, u"accountId"_s, profile.accountId);
    insertIfSet(json, u"color"_s, profile.color);
    insertIfSet(json, u"caFile"_s, profile.caFile);
    if (!endpoints.isEmpty())
        json.insert(u"endpoints"_s, endpoints);
    if (profile.medialiveProxy != ProxySetting{} || profile.monitoringProxy != ProxySetting{}) {
        json.insert(u"proxy"_s,
                    QJsonObject{{u"medialive"_s, proxyText(profile.medialiveProxy)},
                                {u"monitoring"_s, proxyText(profile.monitoringProxy)}});
    }
    mergeUnknown(json, withoutSecrets(profile.unknownFields));
    return json;
}

/// Reads one document and collects what is wrong with it.
class ProfileReader
{
public:
    Expected<QList<Profile>, ProfileFileError> read(const QByteArray &bytes);

private:
    static Unexpected<ProfileFileError> failure(Kind kind, const QString &detail)
    {
        return Unexpected{ProfileFileError{kind, {}, detail, {}}};
    }
    Profile readProfile(const JsonReader &json);
    void readCredentials(const JsonReader &json, Profile &profile);
    static QUrl readUrl(const JsonReader &json, QLatin1StringView key);
    static ProxySetting readProxy(const JsonReader &json, QLatin1StringView key);
    void judge(const JsonReader &json, const Profile &profile);
    void settleId(Profile &profile);

    QStringList m_problems;
    QString m_newer; ///< where a value stands that only a later version can have written
    QSet<QString> m_ids;
};

Expected<QList<Profile>, ProfileFileError> ProfileReader::read(const QByteArray &bytes)
{
    if (bytes.size() > kMaxBytes)
        return failure(Kind::Corrupt, u"is larger than 4 MB"_s);
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return failure(
            Kind::Corrupt,
            u"no JSON: %1 at byte %2"_s.arg(parseError.errorString()).arg(parseError.offset));
    if (!document.isObject())
        return failure(Kind::Corrupt, u"expected an object, found an array"_s);

    const QJsonObject object = document.object();
    const JsonReader root(object, {}, &m_problems);
    const double version = root.number("version"_L1).value_or(0.0);
    // Before anything else: a later version may have changed the meaning of all the rest.
    if (version > kVersion)
        return failure(Kind::NewerVersion, u"version"_s);
    if (version != kVersion)
        return failure(Kind::Corrupt, u"version: is no version number"_s);
    if (!object.value("profiles"_L1).isArray())
        return failure(Kind::Corrupt, u"profiles: is no array"_s);
    const QString secretPath = firstSecretPath(object, {});
    if (!secretPath.isEmpty())
        return failure(Kind::Corrupt, secretPath + u": a secret has no place in this file"_s);

    QList<Profile> profiles;
    root.objects("profiles"_L1,
                 [&](const JsonReader &json) { profiles.append(readProfile(json)); });
    if (!m_newer.isEmpty())
        return failure(Kind::NewerVersion, m_newer);
    if (!m_problems.isEmpty())
        return failure(Kind::Corrupt, m_problems.first());
    return profiles;
}

Profile ProfileReader::readProfile(const JsonReader &json)
{
    static const QRegularExpression id(u"\\A[A-Za-z0-9-]{1,64}\\z"_s);
    static const QRegularExpression region(u"\\A[a-z0-9-]{1,64}\\z"_s);
    static const QRegularExpression account(u"\\A[0-9]{12}\\z"_s);
    static const QRegularExpression color(u"\\A#[0-9A-Fa-f]{6}\\z"_s);

    Profile profile;
    profile.id = json.string("id"_L1);
    if (!profile.id.isEmpty() && !id.match(profile.id).hasMatch())
        json.reportProblem("id"_L1, u"is no id"_s); // it becomes the name of a keychain entry
    profile.name = json.requiredString("name"_L1);
    if (profile.name.trimmed().isEmpty())
        json.reportProblem("name"_L1, u"is empty"_s);
    profile.region = json.requiredString("region"_L1);
    if (!region.match(profile.region).hasMatch())
        json.reportProblem("region"_L1, u"is no region name"_s);
    const QString accountId = json.string("accountId"_L1);
    if (account.match(accountId).hasMatch())
        profile.accountId = accountId;
    const QString colorName = json.string("color"_L1);
    if (color.match(colorName).hasMatch())
        profile.color = colorName;
    profile.production = json.boolean("production"_L1).value_or(profile.production);

    profile.caFile = json.string("caFile"_L1);
    if (const auto credentials = json.object("credentials"_L1))
        readCredentials(*credentials, profile);
    if (const auto endpoints = json.object("endpoints"_L1)) {
        profile.endpoints.medialive = readUrl(*endpoints, "medialive"_L1);
        profile.endpoints.monitoring = readUrl(*endpoints, "monitoring"_L1);
        profile.endpoints.sts = readUrl(*endpoints, "sts"_L1);
    }
    if (const auto proxy = json.object("proxy"_L1)) {
        profile.medialiveProxy = readProxy(*proxy, "medialive"_L1);
        profile.monitoringProxy = readProxy(*proxy, "monitoring"_L1);
    }
    if (const auto limits = json.object("limits"_L1)) {
        profile.medialiveRequestsPerSecond = limits->number("medialiveRequestsPerSecond"_L1)
                                                 .value_or(profile.medialiveRequestsPerSecond);
        profile.cloudwatchBudgetUsdPerMonth = limits->number("cloudwatchBudgetUsdPerMonth"_L1)
                                                  .value_or(profile.cloudwatchBudgetUsdPerMonth);
        profile.useFreeMetricStatistics = limits->boolean("useFreeMetricStatistics"_L1)
                                              .value_or(profile.useFreeMetricStatistics);
    }
    if (const auto poll = json.object("poll"_L1)) {
        profile.inventorySeconds
            = poll->integer("inventorySeconds"_L1).value_or(profile.inventorySeconds);
        profile.metricsSeconds
            = poll->integer("metricsSeconds"_L1).value_or(profile.metricsSeconds);
    }
    profile.unknownFields = unknownFieldsOf(json.json());
    judge(json, profile);
    clampToLimits(profile);
    settleId(profile);
    return profile;
}

void ProfileReader::readCredentials(const JsonReader &json, Profile &profile)
{
    const QString source = json.string("source"_L1);
    profile.awsProfile = json.string("awsProfile"_L1);
    profile.sso.startUrl = json.string("ssoStartUrl"_L1);
    profile.sso.region = json.string("ssoRegion"_L1);
    profile.sso.sessionName = json.string("ssoSessionName"_L1);
    profile.sso.accountId = json.string("accountId"_L1);
    profile.sso.roleName = json.string("roleName"_L1);
    profile.assumeRole.roleArn = json.string("roleArn"_L1);
    profile.assumeRole.externalId = json.string("externalId"_L1);
    profile.assumeRole.mfaSerial = json.string("mfaSerial"_L1);
    profile.assumeRole.sessionName = json.string("roleSessionName"_L1);
    profile.assumeRole.durationSeconds = json.integer("roleDurationSeconds"_L1).value_or(0);
    if (source.isEmpty())
        return;
    if (const auto known = sourceFromText(source))
        profile.credentialSource = *known;
    else if (m_newer.isEmpty())
        m_newer = u"credentials.source"_s;
}

QUrl ProfileReader::readUrl(const JsonReader &json, QLatin1StringView key)
{
    const QString text = json.string(key);
    if (text.isEmpty())
        return {};
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        json.reportProblem(key, u"is no URL"_s);
    return url;
}

ProxySetting ProfileReader::readProxy(const JsonReader &json, QLatin1StringView key)
{
    const QString text = json.string(key);
    if (text.isEmpty() || text == "system"_L1)
        return {};
    if (text == "none"_L1)
        return {ProxySetting::Mode::None, {}};
    return {ProxySetting::Mode::Manual, QUrl(text, QUrl::StrictMode)};
}

void ProfileReader::judge(const JsonReader &json, const Profile &profile)
{
    // The rules are those of the dialog; a file must not get in what the dialog keeps out.
    struct Complaint
    {
        ProfileProblem problem;
        QLatin1StringView key;
        QLatin1StringView words;
    };
    static constexpr QLatin1StringView kBadEndpoint(
        "is no https:// host and port (http:// only on this computer)");
    static constexpr QLatin1StringView kBadProxy(
        "is neither system, none nor an http:// or socks5:// host and port");
    static constexpr std::array kComplaints{
        Complaint{ProfileProblem::MediaLiveEndpoint, "endpoints.medialive"_L1, kBadEndpoint},
        Complaint{ProfileProblem::MonitoringEndpoint, "endpoints.monitoring"_L1, kBadEndpoint},
        Complaint{ProfileProblem::StsEndpoint, "endpoints.sts"_L1, kBadEndpoint},
        Complaint{ProfileProblem::MediaLiveProxy, "proxy.medialive"_L1, kBadProxy},
        Complaint{ProfileProblem::MonitoringProxy, "proxy.monitoring"_L1, kBadProxy},
        Complaint{ProfileProblem::CaFileRelative, "caFile"_L1, "is no absolute path"_L1},
        Complaint{ProfileProblem::AwsProfileMissing, "credentials.awsProfile"_L1, "is missing"_L1},
        Complaint{ProfileProblem::SsoStartUrl, "credentials.ssoStartUrl"_L1,
                  "is no https:// address"_L1},
        Complaint{ProfileProblem::SsoRegion, "credentials.ssoRegion"_L1, "is no region name"_L1},
        Complaint{ProfileProblem::SsoAccount, "credentials.accountId"_L1,
                  "is no account id of 12 digits"_L1},
        Complaint{ProfileProblem::SsoRole, "credentials.roleName"_L1, "is no name of a role"_L1},
        Complaint{ProfileProblem::RoleArn, "credentials.roleArn"_L1, "is no ARN of a role"_L1},
        Complaint{ProfileProblem::RoleExternalId, "credentials.externalId"_L1,
                  "is no external id"_L1},
        Complaint{ProfileProblem::RoleMfaSerial, "credentials.mfaSerial"_L1, "is no MFA device"_L1},
        Complaint{ProfileProblem::RoleSessionName, "credentials.roleSessionName"_L1,
                  "is no session name"_L1},
        Complaint{ProfileProblem::RoleDuration, "credentials.roleDurationSeconds"_L1,
                  "is not from 900 to 43200"_L1},
    };
    const QList<ProfileProblem> problems = validateProfile(profile, {});
    for (const Complaint &complaint : kComplaints) {
        if (problems.contains(complaint.problem))
            json.reportProblem(complaint.key, complaint.words);
    }
}

void ProfileReader::settleId(Profile &profile)
{
    // The first owner of an id keeps it, and with it the keychain entry.
    static const QUuid nameSpace(u"6b0f2b0e-6c0a-4c55-9a54-0d6f2f1f5a11"_s);
    const QString seed = profile.id + u'\n' + profile.name + u'\n' + profile.region;
    for (int i = 0; profile.id.isEmpty() || m_ids.contains(profile.id); ++i) {
        profile.id = QUuid::createUuidV5(nameSpace, seed + u'\n' + QString::number(i))
                         .toString(QUuid::WithoutBraces);
    }
    m_ids.insert(profile.id);
}

} // namespace

QByteArray profilesToJson(const QList<Profile> &profiles, const QJsonObject &unknownRoot)
{
    QJsonArray array;
    for (const Profile &profile : profiles)
        array.append(toJson(profile));
    QJsonObject root{{u"version"_s, kVersion}, {u"profiles"_s, array}};
    mergeUnknown(root, withoutSecrets(unknownRoot));
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

Expected<QList<Profile>, ProfileFileError> profilesFromJson(const QByteArray &json)
{
    return ProfileReader().read(json);
}

QJsonObject unknownRootFields(const QByteArray &json)
{
    return without(QJsonDocument::fromJson(json).object(), {u"version"_s, u"profiles"_s});
}

} // namespace tallylight::storage
