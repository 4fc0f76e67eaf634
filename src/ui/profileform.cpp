// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/profileform.h"

#include "ui/fieldmessage.h"
#include "ui/regionnames.h"
#include "ui/rolefields.h"
#include "ui/ssofields.h"
#include "ui/theme.h"
#include "ui_profiledialog.h"

#include <QCompleter>
#include <QCoreApplication>
#include <QIcon>
#include <QPainter>
#include <QPixmap>

#include <array>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;

namespace {

constexpr int kSwatch = 14;

struct ProfileFormText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileForm)
};

struct NamedColor
{
    const char *hex;
    const char *name;
};

// Told apart by eyes that see few colours too; the name stands beside the swatch anyway.
constexpr std::array kColors{
    NamedColor{"#c0392b", QT_TRANSLATE_NOOP("ProfileForm", "Red")},
    NamedColor{"#d98324", QT_TRANSLATE_NOOP("ProfileForm", "Orange")},
    NamedColor{"#d9c324", QT_TRANSLATE_NOOP("ProfileForm", "Yellow")},
    NamedColor{"#4f9d3a", QT_TRANSLATE_NOOP("ProfileForm", "Green")},
    NamedColor{"#1fa3a3", QT_TRANSLATE_NOOP("ProfileForm", "Teal")},
    NamedColor{"#3b82d0", QT_TRANSLATE_NOOP("ProfileForm", "Blue")},
    NamedColor{"#7d5bd0", QT_TRANSLATE_NOOP("ProfileForm", "Violet")},
    NamedColor{"#c2559d", QT_TRANSLATE_NOOP("ProfileForm", "Pink")},
    NamedColor{"#8a8f98", QT_TRANSLATE_NOOP("ProfileForm", "Grey")},
};

QIcon swatch(const QColor &color)
{
    QPixmap pixmap(kSwatch, kSwatch);
    pixmap.fill(color.isValid() ? color : QColor(Qt::transparent));
    return QIcon(pixmap);
}

QUrl urlOf(const QLineEdit &edit)
{
    QUrl url(edit.text().trimmed(), QUrl::StrictMode);
    if (url.path() == u"/")
        url.setPath(QString());
    return url;
}

/// Something is written there, and it is no address at all; QUrl would take it for nothing.
bool isUnreadable(const QLineEdit &edit)
{
    return !edit.text().trimmed().isEmpty() && !urlOf(edit).isValid();
}

ProxySetting proxyOf(const QComboBox &mode, const QLineEdit &url)
{
    ProxySetting setting;
    setting.mode = static_cast<ProxySetting::Mode>(mode.currentIndex());
    if (setting.mode == ProxySetting::Mode::Manual)
        setting.url = urlOf(url);
    return setting;
}

void showProxy(const ProxySetting &setting, QComboBox &mode, QLineEdit &url)
{
    mode.setCurrentIndex(static_cast<int>(setting.mode));
    url.setText(setting.url.toString());
    url.setVisible(setting.mode == ProxySetting::Mode::Manual);
}

QString endpointText(const QString &text)
{
    switch (checkEndpoint(QUrl(text, QUrl::StrictMode))) {
    case EndpointProblem::PlainHttp:
        return ProfileFormText::tr(
            "http:// is allowed only for this computer itself; use https://.");
    case EndpointProblem::Extra:
        return ProfileFormText::tr("Only host and port, without a path or a user name.");
    case EndpointProblem::None:
    case EndpointProblem::Invalid:
    case EndpointProblem::Scheme:
        break;
    }
    return ProfileFormText::tr("Not an address of the form https://host or https://host:port.");
}

} // namespace

ProfileForm::ProfileForm(Ui::ProfileDialog &ui, const Theme &theme)
    : m_ui(ui)
    , m_theme(theme)
{
    fillChoices();
}

void ProfileForm::fillChoices()
{
    for (const QString &region : knownRegions())
        m_ui.profileRegion->addItem(regionLabel(region), region);
    QCompleter *completer = m_ui.profileRegion->completer();
    completer->setFilterMode(Qt::MatchContains); // so that typing a place finds its region
    completer->setCompletionMode(QCompleter::PopupCompletion);
    m_ui.profileRegion->setMinimumContentsLength(28);

    //: No colour
    m_ui.profileColor->addItem(ProfileFormText::tr("None"), QString());
    for (const NamedColor &color : kColors) {
        const QString hex = QString::fromLatin1(color.hex);
        m_ui.profileColor->addItem(swatch(QColor(hex)), ProfileFormText::tr(color.name), hex);
    }
    m_ui.credentialSource->addItem(ProfileFormText::tr("Access key in this computer's keychain"),
                                   static_cast<int>(CredentialSource::Keychain));
    m_ui.credentialSource->addItem(
        ProfileFormText::tr("Environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY)"),
        static_cast<int>(CredentialSource::Environment));
    m_ui.credentialSource->addItem(
        //: Where the keys come from: the files the AWS command line uses
        ProfileFormText::tr("Profile in the shared AWS files"),
        static_cast<int>(CredentialSource::AwsProfile));
    //: Where the keys come from: AWS's single sign-on, a product name
    m_ui.credentialSource->addItem(ProfileFormText::tr("IAM Identity Center (sign in)"),
                                   static_cast<int>(CredentialSource::Sso));
}

void ProfileForm::fill(const Profile &profile)
{
    m_ui.profileName->setText(profile.name);
    const int region = m_ui.profileRegion->findData(profile.region);
    m_ui.profileRegion->setCurrentIndex(region);
    if (region < 0)
        m_ui.profileRegion->setEditText(profile.region);
    int color = m_ui.profileColor->findData(profile.color);
    if (color < 0) {
        // A colour of the user's own, from the file; kept as it is.
        m_ui.profileColor->addItem(swatch(QColor(profile.color)), profile.color, profile.color);
        color = m_ui.profileColor->count() - 1;
    }
    m_ui.profileColor->setCurrentIndex(color);
    m_ui.profileProduction->setChecked(profile.production);
    showSource(profile);
    m_ui.endpointMedialive->setText(profile.endpoints.medialive.toString());
    m_ui.endpointMonitoring->setText(profile.endpoints.monitoring.toString());
    m_ui.endpointSts->setText(profile.endpoints.sts.toString());
    showProxy(profile.medialiveProxy, *m_ui.proxyMedialive, *m_ui.proxyMedialiveUrl);
    showProxy(profile.monitoringProxy, *m_ui.proxyMonitoring, *m_ui.proxyMonitoringUrl);
    m_ui.caFile->setText(profile.caFile);
    m_ui.requestRate->setValue(profile.medialiveRequestsPerSecond);
    m_ui.inventorySeconds->setValue(profile.inventorySeconds);
    m_ui.metricsSeconds->setValue(profile.metricsSeconds);
    m_ui.cloudwatchBudget->setValue(profile.cloudwatchBudgetUsdPerMonth);
    m_ui.useFreeMetrics->setChecked(profile.useFreeMetricStatistics);
    updatePlaceholders();
}

void ProfileForm::showSource(const Profile &profile)
{
    m_ui.awsProfile->setEditText(profile.awsProfile);
    m_ui.roleFields->fill(profile.assumeRole);
    m_ui.ssoFields->fill(profile.sso);
    m_ui.credentialSource->setCurrentIndex(
        m_ui.credentialSource->findData(static_cast<int>(profile.credentialSource)));
}

CredentialSource ProfileForm::source() const
{
    return static_cast<CredentialSource>(m_ui.credentialSource->currentData().toInt());
}

Profile ProfileForm::collect(const Profile &base) const
{
    Profile profile = base;
    profile.name = m_ui.profileName->text().simplified();
    profile.region = regionFromText(m_ui.profileRegion->currentText());
    profile.color = m_ui.profileColor->currentData().toString();
    profile.production = m_ui.profileProduction->isChecked();
    profile.credentialSource = source();
    profile.awsProfile = m_ui.awsProfile->currentText().trimmed();
    profile.assumeRole = m_ui.roleFields->role();
    profile.sso = m_ui.ssoFields->source();
    profile.endpoints.medialive = urlOf(*m_ui.endpointMedialive);
    profile.endpoints.monitoring = urlOf(*m_ui.endpointMonitoring);
    profile.endpoints.sts = urlOf(*m_ui.endpointSts);
    profile.medialiveProxy = proxyOf(*m_ui.proxyMedialive, *m_ui.proxyMedialiveUrl);
    profile.monitoringProxy = proxyOf(*m_ui.proxyMonitoring, *m_ui.proxyMonitoringUrl);
    profile.caFile = m_ui.caFile->text().trimmed();
    profile.medialiveRequestsPerSecond = m_ui.requestRate->value();
    profile.inventorySeconds = m_ui.inventorySeconds->value();
    profile.metricsSeconds = m_ui.metricsSeconds->value();
    profile.cloudwatchBudgetUsdPerMonth = m_ui.cloudwatchBudget->value();
    profile.useFreeMetricStatistics = m_ui.useFreeMetrics->isChecked();
    return profile;
}

QList<ProfileProblem> ProfileForm::problems(const Profile &base, const QList<Profile> &others) const
{
    QList<ProfileProblem> problems = validateProfile(collect(base), others);
    const auto add = [&problems](bool wrong, ProfileProblem problem) {
        if (wrong && !problems.contains(problem))
            problems << problem;
    };
    add(isUnreadable(*m_ui.endpointMedialive), ProfileProblem::MediaLiveEndpoint);
    add(isUnreadable(*m_ui.endpointMonitoring), ProfileProblem::MonitoringEndpoint);
    add(isUnreadable(*m_ui.endpointSts), ProfileProblem::StsEndpoint);
    return problems;
}

FieldMessage *ProfileForm::messageFor(ProfileProblem problem) const
{
    switch (problem) {
    case ProfileProblem::NameMissing:
    case ProfileProblem::NameTaken:
        return m_ui.nameMessage;
    case ProfileProblem::RegionMissing:
    case ProfileProblem::RegionInvalid:
        return m_ui.regionMessage;
    case ProfileProblem::MediaLiveEndpoint:
        return m_ui.endpointMedialiveMessage;
    case ProfileProblem::MonitoringEndpoint:
        return m_ui.endpointMonitoringMessage;
    case ProfileProblem::StsEndpoint:
        return m_ui.endpointStsMessage;
    case ProfileProblem::MediaLiveProxy:
        return m_ui.proxyMedialiveMessage;
    case ProfileProblem::MonitoringProxy:
        return m_ui.proxyMonitoringMessage;
    case ProfileProblem::CaFileRelative:
        return m_ui.caFileMessage;
    case ProfileProblem::AwsProfileMissing:
    case ProfileProblem::SsoStartUrl:
    case ProfileProblem::SsoRegion:
    case ProfileProblem::SsoAccount:
    case ProfileProblem::SsoRole:
        return m_ui.sourceMessage;
    case ProfileProblem::RateTooHigh:
    case ProfileProblem::RateTooLow:
    case ProfileProblem::InventoryInterval:
    case ProfileProblem::MetricsInterval:
    case ProfileProblem::BudgetNegative:
        return m_ui.rateMessage;
    case ProfileProblem::RoleArn:
    case ProfileProblem::RoleExternalId:
    case ProfileProblem::RoleMfaSerial:
    case ProfileProblem::RoleSessionName:
    case ProfileProblem::RoleDuration:
        return m_ui.sourceMessage;
    }
    return m_ui.nameMessage;
}

const QWidget *ProfileForm::fieldFor(ProfileProblem problem) const
{
    if (problem == ProfileProblem::NameMissing)
        return m_ui.profileName;
    if (problem == ProfileProblem::RegionMissing || problem == ProfileProblem::RegionInvalid)
        return m_ui.profileRegion;
    return nullptr; // anything else can only be wrong because somebody wrote it there
}

QString ProfileForm::problemText(ProfileProblem problem) const
{
    switch (problem) {
    case ProfileProblem::NameMissing:
        return ProfileFormText::tr("Enter a name.");
    case ProfileProblem::NameTaken:
        return ProfileFormText::tr("Another region has this name already.");
    case ProfileProblem::RegionMissing:
        return ProfileFormText::tr("Choose a region.");
    case ProfileProblem::RegionInvalid:
        return ProfileFormText::tr("No region of AWS is called that. Choose one from the list or "
                                   "type a code such as eu-central-1.");
    case ProfileProblem::MediaLiveEndpoint:
        return endpointText(m_ui.endpointMedialive->text().trimmed());
    case ProfileProblem::MonitoringEndpoint:
        return endpointText(m_ui.endpointMonitoring->text().trimmed());
    case ProfileProblem::StsEndpoint:
        return endpointText(m_ui.endpointSts->text().trimmed());
    case ProfileProblem::MediaLiveProxy:
    case ProfileProblem::MonitoringProxy:
        return ProfileFormText::tr("Not an address of the form http://host:port or "
                                   "socks5://host:port; a user may stand before the host, as in "
                                   "http://user@host:port.");
    case ProfileProblem::CaFileRelative:
        return ProfileFormText::tr("Enter the whole path of the CA file, such as "
                                   "/etc/ssl/company.pem.");
    case ProfileProblem::AwsProfileMissing:
        return ProfileFormText::tr("The name of the AWS profile is missing.");
    case ProfileProblem::SsoStartUrl:
    case ProfileProblem::SsoRegion:
    case ProfileProblem::SsoAccount:
    case ProfileProblem::SsoRole:
        return SsoFields::problemText(problem);
    case ProfileProblem::RateTooHigh:
        return ProfileFormText::tr("AWS allows 5 requests per second, shared with everybody in the "
                                   "account; more is possible only with an endpoint of your own.");
    case ProfileProblem::RateTooLow:
        return ProfileFormText::tr("At least one request in ten seconds is needed.");
    case ProfileProblem::InventoryInterval:
        return ProfileFormText::tr("The inventory interval is between 2 seconds and an hour.");
    case ProfileProblem::MetricsInterval:
        return ProfileFormText::tr("The metrics interval is between 10 seconds and an hour.");
    case ProfileProblem::BudgetNegative:
        return ProfileFormText::tr("The budget can't be less than nothing.");
    case ProfileProblem::RoleArn:
    case ProfileProblem::RoleExternalId:
    case ProfileProblem::RoleMfaSerial:
    case ProfileProblem::RoleSessionName:
    case ProfileProblem::RoleDuration:
        return RoleFields::problemText(problem);
    }
    return {};
}

bool ProfileForm::isAdvanced(ProfileProblem problem)
{
    const bool isSource
        = problem >= ProfileProblem::AwsProfileMissing && problem <= ProfileProblem::SsoRole;
    return problem >= ProfileProblem::MediaLiveEndpoint && problem < ProfileProblem::RoleArn
        && !isSource;
}

bool ProfileForm::hasAdvancedSettings(const Profile &profile)
{
    const Profile plain;
    return !(profile.endpoints == plain.endpoints)
        || !(profile.medialiveProxy == plain.medialiveProxy)
        || !(profile.monitoringProxy == plain.monitoringProxy) || profile.caFile != plain.caFile
        || profile.medialiveRequestsPerSecond != plain.medialiveRequestsPerSecond
        || profile.inventorySeconds != plain.inventorySeconds
        || profile.metricsSeconds != plain.metricsSeconds
        || profile.cloudwatchBudgetUsdPerMonth != plain.cloudwatchBudgetUsdPerMonth
        || profile.useFreeMetricStatistics != plain.useFreeMetricStatistics;
}

void ProfileForm::showProblems(const QList<ProfileProblem> &problems, bool all)
{
    for (FieldMessage *message :
         {m_ui.nameMessage, m_ui.regionMessage, m_ui.endpointMedialiveMessage,
          m_ui.endpointMonitoringMessage, m_ui.endpointStsMessage, m_ui.proxyMedialiveMessage,
          m_ui.proxyMonitoringMessage, m_ui.caFileMessage, m_ui.rateMessage})
        message->showMessage(m_theme, StateLevel::None, {});
    m_ui.roleFields->showProblems(problems, m_theme);
    m_ui.ssoFields->showProblems(problems, m_theme, all);
    for (const ProfileProblem problem : problems) {
        if (!RoleFields::problemText(problem).isEmpty()
            || !SsoFields::problemText(problem).isEmpty())
            continue; // said below its own field
        const QWidget *field = fieldFor(problem);
        if (all || !field || m_touched.contains(field))
            messageFor(problem)->showMessage(m_theme, StateLevel::Critical, problemText(problem));
    }
    remarkOnRegion(problems);
}

void ProfileForm::remarkOnRegion(const QList<ProfileProblem> &problems)
{
    const QString region = regionFromText(m_ui.profileRegion->currentText());
    if (problems.contains(ProfileProblem::RegionInvalid)
        || problems.contains(ProfileProblem::RegionMissing) || knownRegions().contains(region))
        return;
    //: %1 is the code of an AWS region
    m_ui.regionMessage->showMessage(
        m_theme, StateLevel::None,
        ProfileFormText::tr("%1 is not on this version's list of regions with MediaLive; it is "
                            "asked all the same.")
            .arg(region));
}

void ProfileForm::updatePlaceholders()
{
    const QString region = regionFromText(m_ui.profileRegion->currentText());
    const auto show = [&region](QLineEdit *edit, Service service) {
        const QUrl usual = defaultEndpoint(service, region);
        edit->setPlaceholderText(usual.isEmpty() ? u"https://host:port"_s : usual.toString());
    };
    show(m_ui.endpointMedialive, Service::MediaLive);
    show(m_ui.endpointMonitoring, Service::CloudWatch);
    show(m_ui.endpointSts, Service::Sts);
}

void ProfileForm::updateColors()
{
    const QFont strong = strongFont(m_ui.profileName->font());
    for (QLabel *heading : {m_ui.regionHeading, m_ui.credentialsHeading, m_ui.testHeading})
        heading->setFont(strong);
    for (QLabel *heading : {m_ui.credentialsHeading, m_ui.testHeading})
        heading->setContentsMargins(0, kGrid, 0, 0);
    QPalette muted = m_ui.profileName->palette();
    muted.setColor(QPalette::WindowText, m_theme.textMuted);
    m_ui.saveReason->setPalette(muted);
}

} // namespace tallylight::ui
