// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/networkfields.h"

#include "ui/dialogs.h"
#include "ui/fieldmessage.h"
#include "ui/keyfields.h"
#include "ui_profiledialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSignalBlocker>

#include <optional>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;
using monitor::ProxyPasswordChange;
using monitor::ProxyPasswords;
using monitor::wantsPassword;

namespace {

constexpr int kManualProxy = 2; // the third entry of the boxes
constexpr Service kProxied[] = {Service::MediaLive, Service::CloudWatch};

bool sameProxy(const Profile &a, const Profile &b, Service service)
{
    return monitor::proxyAddress(a.proxy(service)) == monitor::proxyAddress(b.proxy(service));
}

} // namespace

NetworkFields::NetworkFields(Ui::ProfileDialog &ui, monitor::ProfileService &service,
                             const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_ui(ui)
    , m_service(service)
    , m_theme(theme)
{
    const auto showOnlyManual = [this](QComboBox *mode, QLineEdit *address, QLineEdit *password) {
        connect(mode, &QComboBox::currentIndexChanged, this, [address, password](int index) {
            address->setVisible(index == kManualProxy);
            password->setVisible(index == kManualProxy);
        });
    };
    showOnlyManual(m_ui.proxyMedialive, m_ui.proxyMedialiveUrl, m_ui.proxyMedialivePassword);
    showOnlyManual(m_ui.proxyMonitoring, m_ui.proxyMonitoringUrl, m_ui.proxyMonitoringPassword);
    wire(m_ui.proxyMedialiveUrl, m_ui.proxyMedialivePassword);
    wire(m_ui.proxyMonitoringUrl, m_ui.proxyMonitoringPassword);
    connect(m_ui.caFile, &QLineEdit::textChanged, this, &NetworkFields::changed);
    connect(m_ui.caFileBrowse, &QPushButton::clicked, this, &NetworkFields::browse);
}

void NetworkFields::wire(QLineEdit *address, QLineEdit *password)
{
    connect(address, &QLineEdit::textChanged, this,
            [this, address, password] { splitPassword(address, password); });
    connect(password, &QLineEdit::textChanged, this, &NetworkFields::changed);
}

/// An address with a password in it, as administrators hand them out: the password must not stay
/// where it can be read, and never get into a file.
void NetworkFields::splitPassword(QLineEdit *address, QLineEdit *password)
{
    QUrl url(address->text().trimmed());
    if (url.password().isEmpty() || url.host().isEmpty())
        return;
    const QString found = url.password(QUrl::FullyDecoded);
    url.setPassword(QString());
    {
        const QSignalBlocker blocker(address);
        wipeText(*address);
    }
    address->setText(url.toString());
    password->setText(found);
}

void NetworkFields::browse()
{
    const QString name = u"caFileDialog"_s;
    delete m_ui.caFile->window()->findChild<QFileDialog *>(name); // the newer question is meant
    auto *dialog = new QFileDialog(m_ui.caFile->window(), tr("Choose a CA file"),
                                   QFileInfo(m_ui.caFile->text()).absolutePath(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_ui.caFile, &QLineEdit::setText);
    showBeside(*dialog);
}

QLineEdit *NetworkFields::passwordField(Service service) const
{
    return service == Service::CloudWatch ? m_ui.proxyMonitoringPassword
                                          : m_ui.proxyMedialivePassword;
}

QLineEdit *NetworkFields::addressField(Service service) const
{
    return service == Service::CloudWatch ? m_ui.proxyMonitoringUrl : m_ui.proxyMedialiveUrl;
}

void NetworkFields::open(const Profile &profile, bool isNew)
{
    forget();
    m_opened = profile;
    m_isCopy = false;
    for (const Service service : kProxied) {
        const bool manual = profile.proxy(service).mode == ProxySetting::Mode::Manual;
        addressField(service)->setVisible(manual);
        passwordField(service)->setVisible(manual);
    }
    showPlaceholders();
    if (!isNew)
        lookUp(profile);
}

void NetworkFields::takeAlong(const Profile &original)
{
    m_isCopy = true;
    lookUp(original);
}

void NetworkFields::lookUp(const Profile &profile)
{
    if (!wantsPassword(profile.medialiveProxy) && !wantsPassword(profile.monitoringProxy))
        return;
    m_service.readProxyPasswords(profile, this,
                                 [this, generation = m_generation](const ProxyPasswords &stored) {
                                     if (generation != m_generation)
                                         return;
                                     m_stored = stored;
                                     showPlaceholders();
                                 });
}

void NetworkFields::showPlaceholders()
{
    for (const Service service : kProxied) {
        passwordField(service)->setPlaceholderText(
            m_stored.of(service).isEmpty()
                ? tr("Password, if it asks for one")
                //: In an empty password field: a password is stored and stays as it is
                : tr("Unchanged"));
    }
}

void NetworkFields::forget()
{
    ++m_generation;
    m_stored = {};
    for (const Service service : kProxied) {
        const QSignalBlocker blocker(passwordField(service));
        wipeText(*passwordField(service));
    }
}

bool NetworkFields::isDirty() const
{
    return !m_ui.proxyMedialivePassword->text().isEmpty()
        || !m_ui.proxyMonitoringPassword->text().isEmpty();
}

QString NetworkFields::obstacle(const Profile &profile) const
{
    for (const Service service : kProxied) {
        const ProxySetting &proxy = profile.proxy(service);
        const bool manual = proxy.mode == ProxySetting::Mode::Manual;
        if (manual && !wantsPassword(proxy) && !passwordField(service)->text().isEmpty())
            return tr("A proxy's password needs a user: write the address as "
                      "http://user@host:port.");
    }
    return {};
}

void NetworkFields::showRemarks(const Profile &profile)
{
    const QString missingUser = obstacle(profile);
    for (const Service service : kProxied) {
        FieldMessage *message = service == Service::CloudWatch ? m_ui.proxyMonitoringMessage
                                                               : m_ui.proxyMedialiveMessage;
        if (!message->text().isEmpty())
            continue;
        const ProxySetting &proxy = profile.proxy(service);
        const bool typed = !passwordField(service)->text().isEmpty();
        if (typed && !missingUser.isEmpty() && !wantsPassword(proxy)) {
            message->showMessage(m_theme, StateLevel::Critical, missingUser);
        } else if (wantsPassword(proxy) && !typed && !m_stored.of(service).isEmpty()
                   && !sameProxy(profile, m_opened, service)) {
            message->showMessage(m_theme, StateLevel::Warning,
                                 tr("The stored password belongs to another address. Enter it "
                                    "again."));
        }
    }
    if (m_ui.caFileMessage->text().isEmpty() && !profile.caFile.isEmpty()
        && !QFileInfo(profile.caFile).isReadable()) {
        m_ui.caFileMessage->showMessage(m_theme, StateLevel::Warning,
                                        tr("There is no such file, or it can't be read."));
    }
}

ProxyPasswords NetworkFields::passwords(const Profile &profile) const
{
    ProxyPasswords result;
    for (const Service service : kProxied) {
        const QString typed = passwordField(service)->text();
        Secret &password = service == Service::CloudWatch ? result.monitoring : result.medialive;
        if (!typed.isEmpty())
            password = Secret(typed);
        else if (sameProxy(profile, m_opened, service))
            password = m_stored.of(service);
    }
    return result;
}

void NetworkFields::save(const Profile &profile, bool runOnly, bool keepingChanged,
                         const monitor::ProfileService::SecretDone &done)
{
    ProxyPasswordChange what = change(profile, keepingChanged);
    what.forThisRunOnly = runOnly;
    if (what.isEmpty()) {
        done({});
        return;
    }
    m_service.storeProxyPasswords(profile, what, this,
                                  [this, done, generation = m_generation](
                                      const monitor::ProfileService::SecretOutcome &outcome) {
                                      if (generation == m_generation)
                                          done(outcome);
                                  });
}

ProxyPasswordChange NetworkFields::change(const Profile &profile, bool keepingChanged) const
{
    ProxyPasswordChange change;
    for (const Service service : kProxied) {
        std::optional<Secret> &what
            = service == Service::CloudWatch ? change.monitoring : change.medialive;
        const bool wanted = wantsPassword(profile.proxy(service));
        const QString typed = passwordField(service)->text();
        const Secret &stored = m_stored.of(service);
        if (wanted && !typed.isEmpty())
            what = Secret(typed);
        else if (wanted && sameProxy(profile, m_opened, service) && (keepingChanged || m_isCopy)
                 && !stored.isEmpty())
            what = stored;
        else if (wantsPassword(m_opened.proxy(service)) && !sameProxy(profile, m_opened, service))
            what = Secret();
    }
    return change;
}

} // namespace tallylight::ui
