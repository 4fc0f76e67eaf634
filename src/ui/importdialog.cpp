// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/importdialog.h"

#include "models/awsprofiletext.h"
#include "models/errortext.h"
#include "monitor/credentialsession.h"
#include "monitor/profileimport.h"
#include "monitor/profileservice.h"
#include "monitor/ssosession.h"
#include "ui/credentialtext.h"
#include "ui/mfaprompt.h"
#include "ui/noticebar.h"
#include "ui/overview.h"
#include "ui/regionnames.h"
#include "ui/savetrouble.h"
#include "ui/signindialog.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;
using monitor::RegionFinding;
using monitor::SecretProblem;

namespace {

constexpr int kImportWidth = 760;
constexpr int kImportHeight = 560;
constexpr int kKeyRole = Qt::UserRole; // the AWS profile's name, or the region's
constexpr int kFoundRole = Qt::UserRole + 1; // that channels were found there

enum ImportColumn { NameColumn, SourceColumn, FoundColumn };

struct ImportText
{
    Q_DECLARE_TR_FUNCTIONS(ImportDialog)
};

/// Where a candidate's keys come from, in a few words.
QString sourceWords(const ImportCandidate &candidate)
{
    if (candidate.problem)
        return {};
    QString words;
    switch (candidate.base) {
    case CredentialPlan::Base::StaticKeys:
        words = ImportText::tr("Keys in the file");
        break;
    case CredentialPlan::Base::Environment:
        words = ImportText::tr("Environment");
        break;
    case CredentialPlan::Base::Process:
        words = ImportText::tr("Program");
        break;
    case CredentialPlan::Base::Sso:
        words = ImportText::tr("IAM Identity Center");
        break;
    }
    if (candidate.needsMfa)
        //: %1 is where keys come from
        return ImportText::tr("%1, role, MFA").arg(words);
    if (candidate.assumesRole)
        //: %1 is where keys come from
        return ImportText::tr("%1, role").arg(words);
    return words;
}

QString findingWords(const RegionFinding &finding)
{
    switch (finding.outcome) {
    case RegionFinding::Outcome::HasChannels:
        return ImportText::tr("has channels");
    case RegionFinding::Outcome::Empty:
        return ImportText::tr("no channels");
    case RegionFinding::Outcome::Refused:
        //: Of an AWS region
        return ImportText::tr("not enabled, or not permitted");
    case RegionFinding::Outcome::Failed:
        break;
    }
    return models::errorTitle(finding.error);
}

/// What to do about keys that can't be had, where watching is not what waits for them.
QString problemAdvice(SecretProblem problem)
{
    if (problem == SecretProblem::Expired)
        return ImportText::tr("Put new keys into the file, or renew them; then look again.");
    if (problem == SecretProblem::SignInNeeded)
        return ImportText::tr("Sign in to IAM Identity Center; the search goes on by itself then.");
    return secretProblemAdvice(problem);
}

} // namespace

ImportDialog::ImportDialog(monitor::ProfileService &profiles, const Clock &clock,
                           const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_profiles(profiles)
    , m_theme(theme)
    , m_import(std::make_unique<monitor::ProfileImport>(profiles.credentialAccess(), clock))
    , m_intro(new QLabel(this))
    , m_notice(new NoticeBar(theme, this))
    , m_prompt(new MfaPrompt(theme, this))
    , m_tree(new QTreeWidget(this))
    , m_search(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_importButton(new QPushButton(this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import regions from the AWS files"));
    setModal(false);
    build();
    connect(m_import.get(), &monitor::ProfileImport::changed, this, &ImportDialog::fill);
    fill();
    resize(kImportWidth, kImportHeight);
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(kGrid);
    m_intro->setWordWrap(true);
    m_intro->setTextFormat(Qt::PlainText);
    column->addWidget(m_intro);
    m_notice->setObjectName(u"importNotice"_s);
    column->addWidget(m_notice);
    connect(m_prompt, &MfaPrompt::codeEntered, this, [this](const QString &, const QString &code) {
        if (m_running)
            m_running->giveMfaCode(code);
    });
    connect(m_prompt, &MfaPrompt::cancelled, this, &ImportDialog::stopSearch);
    column->addWidget(m_prompt);
    m_tree->setObjectName(u"importTree"_s);
    m_tree->setAccessibleName(tr("AWS profiles and their regions"));
    m_tree->setHeaderLabels({tr("AWS profile, region"), tr("Credentials"), tr("Found")});
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(false);
    m_tree->header()->setStretchLastSection(true);
    connect(m_tree, &QTreeWidget::itemChanged, this, &ImportDialog::itemChanged);
    column->addWidget(m_tree, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGrid * 2);
    m_search->setObjectName(u"importSearchButton"_s);
    m_search->setAutoDefault(false);
    m_progress->setObjectName(u"importProgress"_s);
    m_progress->setAccessibleName(tr("Regions asked"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(kGrid / 2);
    m_progress->setVisible(false);
    row->addWidget(m_search);
    row->addWidget(m_progress, 1);
    row->addStretch();
    column->addLayout(row);
    makeButtons();
}

void ImportDialog::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addStretch();
    m_importButton->setObjectName(u"importButton"_s);
    m_importButton->setDefault(true);
    m_close->setObjectName(u"importCloseButton"_s);
    m_close->setAutoDefault(false);
    row->addWidget(m_importButton);
    row->addWidget(m_close);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_search, &QPushButton::clicked, this, [this] {
        if (m_running)
            stopSearch();
        else
            startSearch();
    });
    connect(m_importButton, &QPushButton::clicked, this, &ImportDialog::importChosen);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
}

void ImportDialog::fill()
{
    stopSearch();
    m_filling = true;
    m_tree->clear();
    m_candidates.clear();
    for (const ImportCandidate &candidate : m_import->candidates())
        addCandidate(candidate);
    m_tree->setColumnWidth(NameColumn, kImportWidth * 2 / 5);
    m_tree->setColumnWidth(SourceColumn, kImportWidth / 3);
    m_filling = false;
    m_troubles.clear();
    showTroubles();
    m_intro->setText(
        m_candidates.isEmpty()
            //: %1 are names of files
            ? tr("There are no profiles in %1.").arg(m_import->files().join(u", "_s))
            : tr("Choose AWS profiles, and the regions to watch with each. “Look for channels” "
                 "asks every region once, at no cost. Nothing secret is copied: the keys stay "
                 "where they are."));
    updateButtons();
}

void ImportDialog::addCandidate(const ImportCandidate &candidate)
{
    m_candidates.insert(candidate.name, candidate);
    auto *item = new QTreeWidgetItem(m_tree);
    item->setText(NameColumn, candidate.name);
    item->setData(NameColumn, kKeyRole, candidate.name);
    item->setText(SourceColumn, sourceWords(candidate));
    if (candidate.problem) {
        const QString words = models::planProblemText(*candidate.problem);
        item->setText(SourceColumn, words);
        item->setToolTip(SourceColumn, words);
        item->setFirstColumnSpanned(false);
        item->setFlags(Qt::ItemIsSelectable);
        return;
    }
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(NameColumn, Qt::Unchecked);
    addRegions(item, candidate);
    summarize(item);
}

void ImportDialog::addRegions(QTreeWidgetItem *item, const ImportCandidate &candidate)
{
    QStringList regions = regionsToSearch(candidate.region);
    // A host of its own answers for one region only, whichever that is.
    if (candidate.hasEndpoint && !candidate.region.isEmpty())
        regions = {candidate.region};
    for (const QString &region : std::as_const(regions)) {
        auto *child = new QTreeWidgetItem(item);
        child->setText(NameColumn, regionLabel(region));
        child->setData(NameColumn, kKeyRole, region);
        child->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool isWatched
            = importedProfiles(candidate.name, {region}, m_profiles.profiles()).isEmpty();
        if (isWatched) {
            child->setFlags(Qt::ItemIsSelectable);
            child->setText(FoundColumn, tr("is watched already"));
        }
        child->setCheckState(NameColumn, Qt::Unchecked);
    }
}

/// A profile's check box stands for its own region, or for what was found; a region's for itself.
void ImportDialog::itemChanged(QTreeWidgetItem *item, int column)
{
    if (m_filling || column != NameColumn)
        return;
    const QSignalBlocker blocker(m_tree);
    QTreeWidgetItem *parent = item->parent();
    if (!parent) {
        const bool on = item->checkState(NameColumn) == Qt::Checked;
        const QString own = m_candidates.value(item->data(NameColumn, kKeyRole).toString()).region;
        bool anyFound = false;
        for (int i = 0; i < item->childCount(); ++i)
            anyFound = anyFound || item->child(i)->data(NameColumn, kFoundRole).toBool();
        for (int i = 0; i < item->childCount(); ++i) {
            QTreeWidgetItem *child = item->child(i);
            const bool wanted = anyFound ? child->data(NameColumn, kFoundRole).toBool()
                                         : child->data(NameColumn, kKeyRole).toString() == own;
            if (child->flags() & Qt::ItemIsEnabled)
                child->setCheckState(NameColumn, on && wanted ? Qt::Checked : Qt::Unchecked);
        }
        if (on && checkedRegions(item).isEmpty())
            item->setExpanded(true); // for choosing by hand
    } else if (item->checkState(NameColumn) == Qt::Checked) {
        parent->setCheckState(NameColumn, Qt::Checked);
    }
    summarize(parent ? parent : item);
    updateButtons();
}

QList<QTreeWidgetItem *> ImportDialog::checkedProfiles() const
{
    QList<QTreeWidgetItem *> checked;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_tree->topLevelItem(i);
        if ((item->flags() & Qt::ItemIsEnabled) && item->checkState(NameColumn) == Qt::Checked)
            checked.append(item);
    }
    return checked;
}

QStringList ImportDialog::checkedRegions(const QTreeWidgetItem *profile) const
{
    QStringList regions;
    for (int i = 0; i < profile->childCount(); ++i) {
        const QTreeWidgetItem *child = profile->child(i);
        if ((child->flags() & Qt::ItemIsEnabled) && child->checkState(NameColumn) == Qt::Checked)
            regions.append(child->data(NameColumn, kKeyRole).toString());
    }
    return regions;
}

QTreeWidgetItem *ImportDialog::profileItem(const QString &name) const
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        if (m_tree->topLevelItem(i)->data(NameColumn, kKeyRole).toString() == name)
            return m_tree->topLevelItem(i);
    }
    return nullptr;
}

void ImportDialog::startSearch()
{
    m_toSearch.clear();
    m_searchesDone = 0;
    m_troubles.clear();
    showTroubles();
    for (const QTreeWidgetItem *item : checkedProfiles())
        m_toSearch.append(item->data(NameColumn, kKeyRole).toString());
    m_progress->setMaximum(static_cast<int>(m_toSearch.size()) * 100);
    m_progress->setValue(0);
    searchNext();
}

void ImportDialog::searchNext()
{
    if (m_toSearch.isEmpty()) {
        m_running = nullptr;
        m_searched.clear();
        updateButtons();
        return;
    }
    m_searched = m_toSearch.takeFirst();
    QTreeWidgetItem *item = profileItem(m_searched);
    QStringList regions;
    for (int i = 0; item && i < item->childCount(); ++i)
        regions.append(item->child(i)->data(NameColumn, kKeyRole).toString());
    m_running = m_import->search(m_searched, regions, this);
    connect(m_running, &monitor::RegionSearch::found, this, &ImportDialog::showFinding);
    connect(m_running, &monitor::RegionSearch::finished, this, &ImportDialog::endSearch);
    connect(m_running, &monitor::RegionSearch::stopped, this, &ImportDialog::searchStopped);
    connect(m_running, &monitor::RegionSearch::resumed, this, &ImportDialog::endWaiting);
    showStatus(tr("Asking…"));
    m_running->start();
    updateButtons();
}

/// This AWS profile is done with, one way or another.
void ImportDialog::endSearch()
{
    m_running->disconnect(this);
    m_running->cancel();
    m_running->deleteLater();
    m_progress->setValue(100 * ++m_searchesDone);
    searchNext();
}

void ImportDialog::stopSearch()
{
    m_toSearch.clear();
    endWaiting();
    if (!m_running)
        return;
    QTreeWidgetItem *item = profileItem(m_searched);
    endSearch();
    if (item)
        summarize(item);
}

/// In the line of the AWS profile that is being searched.
void ImportDialog::showStatus(const QString &text)
{
    const QSignalBlocker blocker(m_tree);
    if (QTreeWidgetItem *item = profileItem(m_searched))
        item->setText(FoundColumn, text);
}

/// A person is asked where that helps; else the reason is said, once, and the next profile is due.
void ImportDialog::searchStopped(const ApiError &error)
{
    const SecretProblem problem = monitor::secretProblemOf(error);
    const bool isAboutCode
        = problem == SecretProblem::MfaNeeded || problem == SecretProblem::MfaRefused;
    const monitor::CredentialState state = m_running->credentials().state();
    monitor::SsoSessions *sessions = m_profiles.ssoSessions();
    const auto session = sessions ? sessions->sessionFor(m_running->prototype()) : nullptr;
    if (isAboutCode && !state.mfaDevice.isEmpty())
        askForCode(problem, state.mfaDevice);
    else if (problem == SecretProblem::SignInNeeded && session)
        offerSignIn(session);
    else
        giveUp(error, obstacleText(state.obstacle));
}

void ImportDialog::askForCode(SecretProblem problem, const QString &device)
{
    const bool isRefusal = problem == SecretProblem::MfaRefused && m_prompt->isTrying();
    if (!isRefusal)
        endWaiting(); // for whatever was needed before: a sign-in, the code of another role
    m_isWaiting = true;
    showStatus(secretProblemTitle(problem));
    m_prompt->ask(m_searched, m_searched, device);
    if (!isRefusal)
        m_prompt->takeFocus();
    else //: %1 is what is wrong with the credentials, %2 what to do about it
        m_prompt->showRefusal(
            tr("%1. %2").arg(secretProblemTitle(problem), problemAdvice(problem)));
}

void ImportDialog::offerSignIn(const std::shared_ptr<monitor::SsoSession> &session)
{
    endWaiting();
    m_isWaiting = true;
    const QString title = secretProblemTitle(SecretProblem::SignInNeeded);
    showStatus(title);
    //: %1 is the name of an AWS profile, %2 what is wrong with its credentials
    m_notice->showNotice(StateLevel::Warning, tr("%1: %2").arg(m_searched, title),
                         problemAdvice(SecretProblem::SignInNeeded));
    QPushButton *button = m_notice->addButton(tr("Sign in…"), u"importSignInButton"_s);
    button->setAutoDefault(true); // Return on it must not press "Import"
    connect(button, &QPushButton::clicked, this, [this, session] { signIn(session); });
    button->setFocus();
}

void ImportDialog::signIn(const std::shared_ptr<monitor::SsoSession> &session)
{
    if (!m_signIn) {
        m_signIn = new SignInDialog(session, m_theme, desktopUrlOpener(), this);
        m_signIn->setAttribute(Qt::WA_DeleteOnClose);
        m_signIn->setClosesWhenDone(true);
        connect(m_signIn, &QDialog::rejected, this, &ImportDialog::stopSearch);
    }
    m_signIn->begin();
}

/// Nothing is asked of a person any more.
void ImportDialog::endWaiting()
{
    if (!std::exchange(m_isWaiting, false))
        return;
    const bool wasInUse = m_notice->isAncestorOf(focusWidget());
    m_prompt->dismiss();
    if (SignInDialog *dialog = std::exchange(m_signIn, nullptr)) {
        dialog->disconnect(this); // closing it is nobody's decision here
        dialog->close();
    }
    showTroubles();
    showStatus(tr("Asking…"));
    if (wasInUse)
        m_tree->setFocus(); // or it would go to any button
}

void ImportDialog::giveUp(const ApiError &error, const QString &obstacle)
{
    endWaiting();
    const SecretProblem problem = monitor::secretProblemOf(error);
    const bool isKnown = problem != SecretProblem::None;
    const QString title = isKnown ? secretProblemTitle(problem) : models::errorTitle(error);
    const QString usual = isKnown ? problemAdvice(problem) : models::errorAdvice(error);
    const QString advice = obstacle.isEmpty() ? usual : obstacle;
    //: %1 is the name of an AWS profile, %2 what is wrong with its keys, %3 what to do about it
    m_troubles.append(tr("%1: %2. %3").arg(m_searched, title, advice));
    showTroubles();
    showStatus(title);
    endSearch();
}

/// What could not be searched, or what is wrong with the files.
void ImportDialog::showTroubles()
{
    const QList<AwsFileError> errors = m_import->errors();
    if (!m_troubles.isEmpty())
        m_notice->showNotice(StateLevel::Critical,
                             tr("%n AWS profile(s) could not be searched", nullptr,
                                static_cast<int>(m_troubles.size())),
                             m_troubles.join(u'\n'));
    else if (!errors.isEmpty())
        m_notice->showNotice(StateLevel::Warning, tr("A shared AWS file can't be read"),
                             models::awsFileErrorText(errors.first()));
    else
        m_notice->clear();
}

void ImportDialog::showFinding(const RegionFinding &finding)
{
    QTreeWidgetItem *profile = profileItem(m_searched);
    if (!profile)
        return;
    const QSignalBlocker blocker(m_tree);
    for (int i = 0; i < profile->childCount(); ++i) {
        QTreeWidgetItem *child = profile->child(i);
        if (child->data(NameColumn, kKeyRole).toString() != finding.region)
            continue;
        const bool found = finding.outcome == RegionFinding::Outcome::HasChannels;
        child->setData(NameColumn, kFoundRole, found);
        if (!(child->flags() & Qt::ItemIsEnabled))
            continue;
        child->setText(FoundColumn, findingWords(finding));
        child->setToolTip(FoundColumn, models::errorDetails(finding.error));
        child->setCheckState(NameColumn, found ? Qt::Checked : Qt::Unchecked);
    }
    profile->setExpanded(true);
    summarize(profile);
    if (m_running && m_running->total() > 0)
        m_progress->setValue(m_searchesDone * 100
                             + 100 * m_running->answered() / m_running->total());
    updateButtons();
}

/// The chosen regions in the profile's own line, so that it need not be unfolded.
void ImportDialog::summarize(QTreeWidgetItem *profile)
{
    const QSignalBlocker blocker(m_tree);
    const QStringList regions = checkedRegions(profile);
    const bool isChosen = profile->checkState(NameColumn) == Qt::Checked;
    profile->setText(FoundColumn, isChosen ? regions.join(u", "_s) : QString());
}

void ImportDialog::updateButtons()
{
    int regions = 0;
    const QList<QTreeWidgetItem *> checked = checkedProfiles();
    for (const QTreeWidgetItem *item : checked)
        regions += static_cast<int>(checkedRegions(item).size());
    m_search->setText(m_running ? tr("Stop looking") : tr("Look for channels"));
    m_search->setEnabled(m_running || !checked.isEmpty());
    m_search->setToolTip(checked.isEmpty() ? tr("Choose one or more AWS profiles first.")
                                           : QString());
    m_progress->setVisible(m_running != nullptr);
    m_importButton->setText(regions > 0 ? tr("Import %n region(s)", nullptr, regions)
                                        : tr("Import"));
    m_importButton->setEnabled(regions > 0);
    m_importButton->setToolTip(regions > 0 ? QString() : tr("Choose the regions to watch first."));
}

void ImportDialog::importChosen()
{
    stopSearch();
    QStringList ids;
    for (const QTreeWidgetItem *item : checkedProfiles()) {
        const QList<Profile> made = importedProfiles(item->data(NameColumn, kKeyRole).toString(),
                                                     checkedRegions(item), m_profiles.profiles());
        for (const Profile &profile : made) {
            if (const auto trouble = m_profiles.save(profile)) {
                const SaveTroubleText words = saveTroubleText(*trouble);
                m_notice->showNotice(StateLevel::Critical, words.title, words.advice);
                m_notice->setToolTip(trouble->detail);
                return;
            }
            ids.append(profile.id);
        }
    }
    Q_EMIT imported(ids);
    accept();
}

/// Escape gives up what waits for a person first, and closes the dialog only then.
void ImportDialog::keyPressEvent(QKeyEvent *event)
{
    if (m_isWaiting && event->matches(QKeySequence::Cancel))
        stopSearch();
    else
        QDialog::keyPressEvent(event);
}

void ImportDialog::done(int result)
{
    stopSearch();
    QDialog::done(result);
}

} // namespace tallylight::ui
