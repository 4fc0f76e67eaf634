// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/profiledialog.h"

#include "monitor/secretprovider.h"
#include "monitor/ssosession.h"
#include "ui/connectiontestpanel.h"
#include "ui/copiedkeys.h"
#include "ui/credentialtext.h"
#include "ui/fieldmessage.h"
#include "ui/keyfields.h"
#include "ui/noticebar.h"
#include "ui/overview.h"
#include "ui/rolefields.h"
#include "ui/savetrouble.h"
#include "ui/ssofields.h"
#include "ui/theme.h"
#include "ui/wheelguard.h"
#include "ui_profiledialog.h"

#include <QCloseEvent>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;
using monitor::SecretKeeping;
using monitor::SecretProblem;
using SecretOutcome = monitor::ProfileService::SecretOutcome;

ProfileDialog::ProfileDialog(monitor::ProfileService &service, const Clock &clock,
                             const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_theme(theme)
    , m_ui(std::make_unique<Ui::ProfileDialog>())
    , m_form((m_ui->setupUi(this), *m_ui), theme)
    , m_network(*m_ui, service, theme)
    , m_test(new ConnectionTestPanel(clock, theme, this))
    , m_tester(service, *m_test)
    , m_copied(new CopiedKeys(service, *m_ui->sourceRow,
                              {m_ui->accessKeyId, m_ui->secretAccessKey, m_ui->sessionToken}, this))
    , m_notice(new NoticeBar(theme, this))
{
    new WheelGuard(this);
    setModal(false);
    m_notice->setObjectName(u"profileNotice"_s);
    m_ui->noticeLayout->addWidget(m_notice);
    m_ui->testLayout->addWidget(m_test);
    m_ui->advancedBox->hide();
    m_ui->ssoFields->setSessions(service.ssoSessions(), theme);
    m_ui->ssoFields->setRoute([this] {
        const Profile profile = m_form.collect(m_profile);
        return m_service.ssoSessions()->route(profile, m_network.passwords(profile).medialive);
    });
    m_ui->roleFields->putInTabOrder(m_ui->awsProfile, m_ui->advancedButton);
    m_form.updateColors();
    connectFields();
    m_ready = true;
}

ProfileDialog::~ProfileDialog()
{
    // QDialog hides itself too, but only when the fields that then lose the focus have nobody left
    // to tell.
    forgetKeys();
    hide();
}

void ProfileDialog::connectFields()
{
    const auto changed = [this] {
        fieldsChanged();
    };
    for (QLineEdit *edit : {m_ui->profileName, m_ui->endpointMedialive, m_ui->endpointMonitoring,
                            m_ui->endpointSts, m_ui->proxyMedialiveUrl, m_ui->proxyMonitoringUrl}) {
        connect(edit, &QLineEdit::textChanged, this, changed);
        connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
            m_form.touch(edit);
            validate();
        });
    }
    for (QLineEdit *edit : {m_ui->accessKeyId, m_ui->secretAccessKey, m_ui->sessionToken}) {
        connect(edit, &QLineEdit::textChanged, this, [this, edit] {
            const QDateTime end = m_filling
                ? QDateTime()
                : cleanKeyField(*edit, *m_ui->accessKeyId, *m_ui->secretAccessKey,
                                *m_ui->sessionToken);
            if (end.isValid())
                m_pastedEnd = {m_ui->accessKeyId->text(), end};
            fieldsChanged();
        });
    }
    connect(m_ui->profileRegion, &QComboBox::editTextChanged, this, [this] {
        m_form.updatePlaceholders();
        fieldsChanged();
    });
    connect(m_ui->profileRegion->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        m_form.touch(m_ui->profileRegion);
        validate();
    });
    for (QComboBox *box : {m_ui->profileColor, m_ui->proxyMedialive, m_ui->proxyMonitoring})
        connect(box, &QComboBox::currentIndexChanged, this, changed);
    connect(&m_network, &NetworkFields::changed, this, changed);
    connect(m_ui->credentialSource, &QComboBox::currentIndexChanged, this, [this] {
        updateSource();
        fieldsChanged();
    });
    connect(m_ui->awsProfile, &QComboBox::editTextChanged, this, &ProfileDialog::awsProfileChosen);
    connect(m_ui->roleFields, &RoleFields::changed, this, changed);
    connect(m_ui->ssoFields, &SsoFields::changed, this, changed);
    connect(m_ui->importButton, &QPushButton::clicked, this, &ProfileDialog::importRequested);
    for (QCheckBox *box : {m_ui->profileProduction, m_ui->keepForRun, m_ui->useFreeMetrics})
        connect(box, &QCheckBox::toggled, this, changed);
    for (QDoubleSpinBox *box : {m_ui->requestRate, m_ui->cloudwatchBudget})
        connect(box, &QDoubleSpinBox::valueChanged, this, changed);
    for (QSpinBox *box : {m_ui->inventorySeconds, m_ui->metricsSeconds})
        connect(box, &QSpinBox::valueChanged, this, changed);
    connect(m_ui->advancedButton, &QToolButton::toggled, this, [this](bool shown) {
        m_ui->advancedBox->setVisible(shown);
        m_ui->advancedButton->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    });
    connect(m_copied, &CopiedKeys::changed, this, changed);
    connect(m_copied, &CopiedKeys::troubled, this, &ProfileDialog::showStoredTrouble);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ProfileDialog::save);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &ProfileDialog::reject);
    connect(m_test, &ConnectionTestPanel::testRequested, this, &ProfileDialog::startTest);
}

void ProfileDialog::openForNew()
{
    if (!stayOpen())
        open(makeProfile(), true);
}

void ProfileDialog::openFor(const Profile &profile)
{
    if (!stayOpen())
        open(profile, false);
}

void ProfileDialog::openForCopy(const Profile &copy, const Profile &original)
{
    if (stayOpen())
        return;
    open(copy, true);
    m_runOnly = m_service.isThisRunOnly(original.id);
    m_ui->keepForRun->setChecked(m_runOnly);
    //: Title of a dialog; %1 is the name of a region profile
    setWindowTitle(tr("Duplicate %1").arg(original.name));
    m_copied->offer(original);
    m_network.takeAlong(original);
    validate();
}

bool ProfileDialog::stayOpen()
{
    if (!isVisible() || (!isDirty() && !m_busy))
        return false;
    raise();
    activateWindow();
    askAboutChanges();
    return true;
}

void ProfileDialog::open(const Profile &profile, bool isNew)
{
    m_filling = true;
    m_profile = profile;
    m_isNew = isNew;
    m_savedProfile = false;
    m_showAll = !isNew;
    m_stored = isNew ? Stored::No : Stored::Unknown;
    m_runOnly = !isNew && m_service.isThisRunOnly(profile.id);
    m_form.forgetTouches();
    forgetKeys();
    m_copied->withdraw();
    showStoredKey({}, *m_ui->accessKeyId, *m_ui->secretAccessKey, *m_ui->sessionToken);
    m_ui->awsProfile->clear();
    m_ui->awsProfile->addItems(m_service.awsProfiles());
    m_form.fill(profile);
    m_network.open(profile, isNew);
    m_ui->keepForRun->setChecked(m_runOnly);
    m_ui->advancedButton->setChecked(ProfileForm::hasAdvancedSettings(profile));
    setWindowTitle(isNew ? tr("Add a region")
                         //: Title of a dialog; %1 is the name of a region profile
                         : tr("Edit %1").arg(profile.name));
    m_unchanged = m_form.collect(profile);
    m_filling = false;
    updateSource();
    setBusy(false);
    if (!isNew)
        lookUpStored();
    m_ui->scrollArea->verticalScrollBar()->setValue(0);
    m_ui->profileName->setFocus();
    show();
    raise();
    activateWindow();
}

bool ProfileDialog::isDirty() const
{
    const bool keys = m_form.source() == CredentialSource::Keychain
        && (keysTyped() || m_ui->keepForRun->isChecked() != m_runOnly);
    return keys || m_network.isDirty() || !(m_form.collect(m_profile) == m_unchanged);
}

void ProfileDialog::fieldsChanged()
{
    if (m_filling)
        return;
    m_tester.stop();
    const bool wasTesting = m_test->isRunning();
    m_test->reset(); // its results are about something else now
    if (wasTesting)
        m_test->setRemark(tr("Stopped, because the profile was changed. Test again."));
    validate();
}

void ProfileDialog::awsProfileChosen()
{
    if (m_filling)
        return;
    updateSource();
    // The region the file names is only a proposal; the same keys may watch several.
    const QString region = m_service.awsRegion(m_ui->awsProfile->currentText().trimmed());
    if (m_ui->profileRegion->currentText().isEmpty() && !region.isEmpty())
        m_ui->profileRegion->setEditText(region);
    fieldsChanged();
}

void ProfileDialog::updateSource()
{
    const CredentialSource source = m_form.source();
    const bool keys = source == CredentialSource::Keychain;
    m_copied->setApplicable(keys);
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_ui->accessKeyIdLabel, m_ui->accessKeyId, m_ui->secretLabel, m_ui->secretAccessKey,
             m_ui->tokenLabel, m_ui->sessionToken, m_ui->keepForRun})
        widget->setVisible(keys);
    m_ui->awsProfileLabel->setVisible(source == CredentialSource::AwsProfile);
    m_ui->awsProfile->setVisible(source == CredentialSource::AwsProfile);
    m_ui->ssoFields->setVisible(source == CredentialSource::Sso);
    m_ui->importButton->setVisible(m_isNew && m_service.credentialAccess().files);
    QString words;
    StateLevel level = StateLevel::None;
    switch (source) {
    case CredentialSource::Keychain:
        break;
    case CredentialSource::Environment:
        if (monitor::environmentCredentials()) {
            words = tr("Both variables are set. They are read when Tallylight starts.");
        } else {
            words = secretProblemAdvice(SecretProblem::EnvironmentMissing);
            level = StateLevel::Warning;
        }
        break;
    case CredentialSource::Sso:
        break;
    case CredentialSource::AwsProfile:
        words = obstacleText(m_service.awsObstacle(m_form.collect(m_profile)));
        level = StateLevel::Warning;
        break;
    }
    m_ui->sourceMessage->showMessage(m_theme, level, words);
}

void ProfileDialog::validate()
{
    if (m_filling)
        return;
    const QList<ProfileProblem> problems = m_form.problems(m_profile, m_service.profiles());
    m_form.showProblems(problems, m_showAll);
    if (std::any_of(problems.begin(), problems.end(), &ProfileForm::isAdvanced))
        m_ui->advancedButton->setChecked(true);
    validateKeys();
    m_network.showRemarks(m_form.collect(m_profile));
    const QString obstacle = obstacleToSaving();
    m_ui->saveButton->setEnabled(obstacle.isEmpty() && !m_busy);
    m_ui->saveButton->setToolTip(obstacle);
    m_ui->saveReason->setText(obstacle);
    m_test->setObstacle(m_busy ? tr("Saving…") : obstacleToTesting());
}

QString ProfileDialog::obstacleToSaving() const
{
    const QList<ProfileProblem> problems = m_form.problems(m_profile, m_service.profiles());
    if (!problems.isEmpty())
        return m_form.problemText(problems.first());
    if (const QString proxy = m_network.obstacle(m_form.collect(m_profile)); !proxy.isEmpty())
        return proxy;
    if (m_form.source() != CredentialSource::Keychain)
        return {};
    const KeyHints hints = keyHints(m_ui->accessKeyId->text(), m_ui->secretAccessKey->text(),
                                    m_ui->sessionToken->text());
    for (const KeyHint hint : {hints.accessKeyId, hints.secret, hints.token}) {
        if (blocksSaving(hint))
            return keyHintText(hint);
    }
    if (keysMissing())
        return tr("Enter the access key id and the secret access key.");
    return {};
}

QString ProfileDialog::obstacleToTesting() const
{
    for (const ProfileProblem problem : m_form.problems(m_profile, m_service.profiles())) {
        if (problem != ProfileProblem::NameMissing && problem != ProfileProblem::NameTaken)
            return m_form.problemText(problem);
    }
    if (m_form.source() != CredentialSource::Keychain)
        return m_tester.obstacle(m_form.collect(m_profile));
    if (keysTyped() ? !typedCredentials().isComplete() : keysMissing())
        return tr("Enter the access key id and the secret access key.");
    return {};
}

void ProfileDialog::startTest()
{
    const bool typed = m_form.source() == CredentialSource::Keychain && keysTyped();
    const Profile profile = m_form.collect(m_profile);
    if (!m_copied->areWanted()) {
        m_tester.start(profile, typed ? std::optional(typedCredentials()) : std::nullopt,
                       m_network.passwords(profile));
        return;
    }
    m_copied->read(this,
                   [this, profile, generation = m_generation](const SecretOutcome &outcome,
                                                              const Credentials &credentials) {
                       if (generation != m_generation)
                           return;
                       if (outcome.problem == SecretProblem::None)
                           m_tester.start(profile, credentials, m_network.passwords(profile));
                       else
                           showStoredTrouble(outcome);
                   });
}

void ProfileDialog::save()
{
    m_showAll = true;
    validate();
    if (!obstacleToSaving().isEmpty() || m_busy)
        return;
    m_notice->clear();
    const Profile profile = m_copied->withItsAccount(m_form.collect(m_profile));
    if (!m_savedProfile || !(profile == m_profile)) {
        if (const auto trouble = m_service.save(profile)) {
            showFileTrouble(*trouble);
            return;
        }
    }
    m_profile = profile;
    m_unchanged = profile;
    m_savedProfile = true;
    const bool keychain = m_form.source() == CredentialSource::Keychain;
    const bool runOnly = keychain && m_ui->keepForRun->isChecked();
    setBusy(true);
    m_network.save(m_profile, runOnly, keychain && runOnly != m_runOnly,
                   [this](const SecretOutcome &outcome) {
                       setBusy(false);
                       if (outcome.problem == SecretProblem::None)
                           saveKeys();
                       else
                           keysStored(outcome, SecretKeeping::Keychain);
                   });
}

void ProfileDialog::showFileTrouble(const monitor::ProfileFileTrouble &trouble)
{
    const SaveTroubleText words = saveTroubleText(trouble);
    m_notice->showNotice(StateLevel::Critical, words.title, words.advice);
    m_notice->setToolTip(trouble.detail);
    const bool reload = trouble.kind == monitor::ProfileFileTrouble::Kind::ChangedOnDisk;
    QPushButton *retry
        = m_notice->addButton(reload ? tr("Load and save") : tr("Try again"), u"retryButton"_s);
    connect(retry, &QPushButton::clicked, this, [this, reload] {
        if (reload) {
            if (const auto again = m_service.load()) {
                showFileTrouble(*again);
                return;
            }
        }
        save();
    });
}

void ProfileDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_ui->scrollArea->setEnabled(!busy);
    validate();
}

void ProfileDialog::finish()
{
    const QString id = m_profile.id;
    m_savedProfile = false;
    forgetKeys();
    done(QDialog::Accepted);
    Q_EMIT profileSaved(id);
}

void ProfileDialog::forgetKeys()
{
    ++m_generation;
    m_tester.stop();
    m_pastedEnd = {};
    m_busy = false;
    m_notice->clear();
    m_test->reset();
    m_network.forget();
    for (QLineEdit *edit : {m_ui->accessKeyId, m_ui->secretAccessKey, m_ui->sessionToken}) {
        const QSignalBlocker blocker(edit);
        wipeText(*edit);
    }
}

void ProfileDialog::askAboutChanges()
{
    m_notice->showNotice(StateLevel::Warning, tr("There are unsaved changes"),
                         m_busy ? tr("The keys are still on their way to the keychain.")
                                : QString());
    connect(m_notice->addButton(tr("Keep editing"), u"keepEditingButton"_s), &QPushButton::clicked,
            this, [this] { m_notice->clear(); });
    connect(m_notice->addButton(tr("Discard them"), u"discardButton"_s), &QPushButton::clicked,
            this, [this] {
                const bool saved = std::exchange(m_savedProfile, false);
                const QString id = m_profile.id;
                forgetKeys();
                QDialog::reject();
                if (saved) // the profile, though not its keys
                    Q_EMIT profileSaved(id);
            });
}

void ProfileDialog::reject()
{
    if (isDirty() || m_busy) {
        askAboutChanges();
        return;
    }
    forgetKeys();
    QDialog::reject();
}

void ProfileDialog::closeEvent(QCloseEvent *event)
{
    if (!isVisible()) {
        event->accept();
        return;
    }
    event->ignore();
    reject();
}

void ProfileDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_ready)
        m_form.updateColors();
}

} // namespace tallylight::ui
