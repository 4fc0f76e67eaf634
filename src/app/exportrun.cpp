// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exportrun.h"

#include "models/alertmodel.h"
#include "models/awsprofiletext.h"
#include "models/channelmodel.h"
#include "models/errortext.h"
#include "models/export.h"
#include "models/healthmodel.h"
#include "models/inputmodel.h"
#include "monitor/ratelimiterpool.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tallylight::app {

namespace {

models::ProfileTag tagOf(const Profile &profile)
{
    return {profile.id, profile.name, profile.region, profile.color, profile.production};
}

QHash<QString, QString> channelNames(const monitor::TableContent &content)
{
    QHash<QString, QString> names;
    for (const Channel &channel : content.channels)
        names.insert(channel.id, channel.name);
    return names;
}

void addInputs(models::InputModel &model, const Profile &profile,
               const monitor::TableContent &content)
{
    QList<models::InputRow> rows;
    for (const Input &input : content.inputs)
        rows.append({tagOf(profile), input, content.inputFreshness});
    model.setChannelNames(profile.id, channelNames(content));
    model.upsert(rows);
}

void addChannels(models::ChannelModel &model, const Profile &profile,
                 const monitor::TableContent &content)
{
    QList<models::ChannelRow> rows;
    for (const Channel &channel : content.channels)
        rows.append({tagOf(profile), channel, content.channelFreshness, {}});
    model.upsert(rows);
}

void addHealth(models::HealthModel &model, const Profile &profile,
               const monitor::TableContent &content)
{
    QList<models::HealthRow> rows;
    for (const PipelineHealth &health : content.health) {
        rows.append({tagOf(profile), health, content.channelFreshness,
                     content.alertFreshness.value(health.channelId), content.metricFreshness});
    }
    model.upsert(rows);
}

void addAlerts(models::AlertModel &model, const Profile &profile,
               const monitor::TableContent &content)
{
    const QHash<QString, QString> names = channelNames(content);
    QList<models::AlertRow> rows;
    for (const ChannelAlert &alert : content.alerts) {
        rows.append({tagOf(profile), alert, names.value(alert.channelId),
                     content.alertFreshness.value(alert.channelId), AlertRecord::of(alert).ending});
    }
    model.upsert(rows);
}

bool isRefusal(const ApiError &error)
{
    return error.category == ErrorCategory::Credentials || error.category == ErrorCategory::Expired
        || error.category == ErrorCategory::Skew || error.category == ErrorCategory::Forbidden;
}

} // namespace

ExitCode exitCodeFor(const QList<monitor::TableContent> &contents)
{
    bool anything = false;
    bool failed = false;
    bool refused = false;
    for (const monitor::TableContent &content : contents) {
        // An empty region that answered is an answer, not a missing one.
        anything |= content.errors.isEmpty() || content.answered;
        failed |= !content.errors.isEmpty();
        refused |= std::any_of(content.errors.begin(), content.errors.end(), isRefusal);
    }
    if (!failed)
        return ExitCode::Complete;
    if (anything)
        return ExitCode::Partial;
    return refused ? ExitCode::Credentials : ExitCode::Unreachable;
}

ExportRun::ExportRun(monitor::ExportTable table, ExportFormat format,
                     const QList<Profile> &profiles, const monitor::CredentialAccess &access,
                     const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_format(format)
    , m_clock(clock)
    , m_limiters(std::make_unique<monitor::RateLimiterPool>(clock))
{
    for (const Profile &profile : profiles) {
        m_fetches.push_back(
            std::make_unique<monitor::TableFetch>(profile, table, access, *m_limiters, clock));
        connect(m_fetches.back().get(), &monitor::TableFetch::finished, this,
                &ExportRun::oneFinished);
    }
}

ExportRun::~ExportRun() = default;

void ExportRun::setCatalogue(const MetricCatalogue &catalogue)
{
    m_catalogue = catalogue;
    for (const auto &fetch : m_fetches)
        fetch->setCatalogue(m_catalogue);
}

void ExportRun::setCosts(monitor::CostBook &costs)
{
    for (const auto &fetch : m_fetches)
        fetch->setCosts(costs);
}

void ExportRun::start()
{
    m_pending = m_fetches.size();
    for (const auto &fetch : m_fetches)
        fetch->start();
}

void ExportRun::oneFinished()
{
    if (--m_pending > 0)
        return;
    QList<monitor::TableContent> contents;
    for (const auto &fetch : m_fetches)
        contents.append(fetch->content());
    Q_EMIT finished(document(), complaints(), exitCodeFor(contents));
}

QByteArray ExportRun::document() const
{
    models::InputModel inputs(m_clock);
    models::ChannelModel channels(m_clock);
    models::HealthModel health(m_clock);
    health.setSingleLook(true);
    health.setRules(m_rules);
    health.setCatalogue(m_catalogue);
    models::AlertModel alerts(m_clock);
    for (const auto &fetch : m_fetches) {
        addInputs(inputs, fetch->profile(), fetch->content());
        addChannels(channels, fetch->profile(), fetch->content());
        addHealth(health, fetch->profile(), fetch->content());
        addAlerts(alerts, fetch->profile(), fetch->content());
    }
    const QAbstractItemModel *model = nullptr;
    switch (m_table) {
    case monitor::ExportTable::Inputs:
        model = &inputs;
        break;
    case monitor::ExportTable::Channels:
        model = &channels;
        break;
    case monitor::ExportTable::Health:
        model = &health;
        break;
    case monitor::ExportTable::Alerts:
        model = &alerts;
        break;
    }
    const QList<int> columns = models::allColumns(*model);
    const QList<int> rows = models::allRows(*model);
    return m_format == ExportFormat::Json ? models::toJsonText(*model, columns, rows)
                                          : models::toCsv(*model, columns, rows);
}

QStringList ExportRun::complaints() const
{
    QStringList lines;
    for (const auto &fetch : m_fetches) {
        const monitor::TableContent &content = fetch->content();
        if (content.errors.isEmpty())
            continue;
        // One line per profile: the first failure usually explains the others.
        const ApiError &error = content.errors.first();
        QString line = fetch->profile().name + u": "_s;
        if (content.secretProblem != monitor::SecretProblem::None)
            line += secretText(content);
        else
            line += models::errorTitle(error) + u". "_s + models::errorAdvice(error);
        if (!error.operation.isEmpty())
            line += u" ("_s + error.operation + u')';
        if (content.errors.size() > 1) {
            line += u' '
                + tr("%n more call(s) failed as well.", "export, on standard error",
                     static_cast<int>(content.errors.size() - 1));
        }
        lines.append(line.simplified());
    }
    return lines;
}

QString ExportRun::secretText(const monitor::TableContent &content)
{
    if (const auto *file = std::get_if<AwsFileError>(&content.obstacle))
        return models::awsFileErrorText(*file);
    if (const auto *plan = std::get_if<PlanProblem>(&content.obstacle))
        return models::planProblemText(*plan);
    const QString words = secretProblemText(content.secretProblem);
    const bool hasMore = content.secretProblem == monitor::SecretProblem::ProcessFailed
        || content.secretProblem == monitor::SecretProblem::RoleRefused;
    return hasMore && !content.secretDetail.isEmpty()
        ? words + u" ("_s + content.secretDetail + u')'
        : words;
}

QString ExportRun::secretProblemText(monitor::SecretProblem problem)
{
    switch (problem) {
    case monitor::SecretProblem::EnvironmentMissing:
        return tr("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set.");
    case monitor::SecretProblem::UnsupportedSource:
        return tr("Profiles of the shared AWS files can't be used by this version.");
    case monitor::SecretProblem::NotFound:
        return tr("No access key is stored in the keychain; open the profile and enter one.");
    case monitor::SecretProblem::Denied:
        return tr("The keychain denied access.");
    case monitor::SecretProblem::Locked:
        return tr("The keychain is locked; unlock it and try again.");
    case monitor::SecretProblem::NoBackend:
        return tr("No keychain service is running.");
    case monitor::SecretProblem::Timeout:
        return tr("The keychain does not answer.");
    case monitor::SecretProblem::AwsFilesUnusable:
        return tr("A shared AWS file can't be read.");
    case monitor::SecretProblem::AwsProfileUnusable:
        return tr("The AWS profile gives no keys.");
    case monitor::SecretProblem::ProcessFailed:
        return tr("The credential_process gave no keys.");
    case monitor::SecretProblem::MfaNeeded:
    case monitor::SecretProblem::MfaRefused:
        return tr("The role asks for the code of an MFA device, which can be entered in the "
                  "window only.");
    case monitor::SecretProblem::RoleNotAssigned:
        return tr("Identity Center does not give this role to who has signed in.");
    case monitor::SecretProblem::RoleRefused:
        return tr("The role can't be assumed with these keys.");
    case monitor::SecretProblem::Expired:
        return tr("The temporary keys have run out; enter new ones.");
    case monitor::SecretProblem::SignInNeeded:
        return tr("Nobody is signed in to IAM Identity Center; sign in first.");
    case monitor::SecretProblem::Failed:
    case monitor::SecretProblem::None:
        break;
    }
    return tr("The keychain could not be read.");
}

} // namespace tallylight::app
