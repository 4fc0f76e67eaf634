// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/proxypasswords.h"
#include "ui/fieldmessage.h"
#include "ui/profilebench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tallylight;
using ui::ProfileDialog;
using Outcome = storage::SecretStore::Outcome;

namespace {

const QString kProxyPassword = u"p4ss/w0rd of the proxy"_s;

} // namespace

/// Proxy passwords and the CA file in the profile dialog.
class NetworkFieldsTest : public tests::ProfileDialogBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDialog(); }
    void cleanup() { closeDialog(); }

    void aPasswordInTheAddressMovesToTheKeychain()
    {
        fillNew();
        combo("proxyMedialive")->setCurrentIndex(2);
        edit("proxyMedialiveUrl")
            ->setText(u"http://me:p4ss%2Fw0rd%20of%20the%20proxy@proxy.example:3128"_s);
        QCOMPARE(edit("proxyMedialiveUrl")->text(), u"http://me@proxy.example:3128"_s);
        QCOMPARE(edit("proxyMedialivePassword")->text(), kProxyPassword);
        QCOMPARE(edit("proxyMedialivePassword")->echoMode(), QLineEdit::Password);
        const Profile profile = save();
        QCOMPARE(profile.medialiveProxy.url, QUrl(u"http://me@proxy.example:3128"_s));
        QCOMPARE(stored(profile, Service::MediaLive), kProxyPassword);
        QVERIFY(!stored(profile, Service::CloudWatch));
        QVERIFY(edit("proxyMedialivePassword")->text().isEmpty());
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.contains("me@proxy.example:3128"));
        QVERIFY(!content.contains("p4ss"));
    }

    void eachConnectionHasAPasswordOfItsOwn()
    {
        fillNew();
        typeProxy(Service::MediaLive, u"http://a@one.example:3128"_s, u"first"_s);
        typeProxy(Service::CloudWatch, u"http://b@two.example:3128"_s, u"second"_s);
        const Profile profile = save();
        QCOMPARE(stored(profile, Service::MediaLive), u"first"_s);
        QCOMPARE(stored(profile, Service::CloudWatch), u"second"_s);
        // STS goes MediaLive's way.
        QCOMPARE(monitor::proxySecretId(profile.id, Service::Sts),
                 monitor::proxySecretId(profile.id, Service::MediaLive));
    }

    void aStoredPasswordStaysUntilItIsReplacedOrNotWanted()
    {
        fillNew();
        typeProxy(Service::MediaLive, u"http://a@one.example:3128"_s, u"first"_s);
        Profile profile = save();

        m_dialog->openFor(profile);
        QTRY_COMPARE(edit("proxyMedialivePassword")->placeholderText(), u"Unchanged"_s);
        edit("profileName")->setText(u"Another name"_s);
        profile = save();
        QCOMPARE(stored(profile, Service::MediaLive), u"first"_s);

        m_dialog->openFor(profile);
        edit("proxyMedialivePassword")->setText(u"second"_s);
        QVERIFY(m_dialog->isDirty());
        profile = save();
        QCOMPARE(stored(profile, Service::MediaLive), u"second"_s);

        m_dialog->openFor(profile);
        combo("proxyMedialive")->setCurrentIndex(0);
        profile = save();
        QVERIFY(!stored(profile, Service::MediaLive));
    }

    void aPasswordIsNotGivenToAnotherAddress()
    {
        fillNew();
        typeProxy(Service::MediaLive, u"http://a@one.example:3128"_s, u"first"_s);
        Profile profile = save();
        m_dialog->openFor(profile);
        QTRY_COMPARE(edit("proxyMedialivePassword")->placeholderText(), u"Unchanged"_s);
        edit("proxyMedialiveUrl")->setText(u"http://a@evil.example:3128"_s);
        QVERIFY(message("proxyMedialiveMessage").contains(u"another address"_s));
        profile = save();
        QVERIFY(!stored(profile, Service::MediaLive));

        // Nor when the file is changed behind the program's back.
        m_keychain->insert(monitor::proxySecretId(profile.id, Service::MediaLive),
                           {u"http://a@one.example:3128"_s, Secret(u"first"_s), {}, {}});
        std::optional<Secret> given;
        monitor::readProxyPassword(*m_secrets, profile.id, Service::MediaLive,
                                   profile.medialiveProxy, this,
                                   [&given](const Secret &password) { given = password; });
        QTRY_VERIFY(given);
        QVERIFY(given->isEmpty());
    }

    void aPasswordNeedsAUser()
    {
        fillNew();
        typeProxy(Service::CloudWatch, u"http://two.example:3128"_s, u"second"_s);
        QVERIFY(!button("saveButton")->isEnabled());
        QVERIFY(message("proxyMonitoringMessage").contains(u"user@host"_s));
        edit("proxyMonitoringUrl")->setText(u"http://b@two.example:3128"_s);
        QVERIFY(button("saveButton")->isEnabled());
    }

    void keysOfThisRunTakeThePasswordAlong()
    {
        fillNew();
        checkBox("keepForRun")->setChecked(true);
        typeProxy(Service::MediaLive, u"http://a@one.example:3128"_s, u"first"_s);
        const Profile profile = save();
        QVERIFY(m_keychain->profileIds().isEmpty());
        QVERIFY(
            m_secrets->isForThisRunOnly(monitor::proxySecretId(profile.id, Service::MediaLive)));
    }

    void aRefusingKeychainIsSaidAndTriedAgain()
    {
        fillNew();
        typeProxy(Service::MediaLive, u"http://a@one.example:3128"_s, u"first"_s);
        m_keychain->failWith(Outcome::Locked);
        button("saveButton")->click();
        QTRY_VERIFY(m_dialog->findChild<QPushButton *>(u"retryButton"_s));
        QCOMPARE(m_saved->size(), 0);
        QCOMPARE(edit("proxyMedialivePassword")->text(), u"first"_s);
        m_keychain->failWith({});
        button("retryButton")->click();
        QTRY_COMPARE(m_saved->size(), 1);
        QCOMPARE(stored(m_service->profiles().first(), Service::MediaLive), u"first"_s);
    }

    void deletingTheProfileDeletesItsPasswords()
    {
        fillNew();
        typeProxy(Service::MediaLive, u"http://a@one.example:3128"_s, u"first"_s);
        typeProxy(Service::CloudWatch, u"http://b@two.example:3128"_s, u"second"_s);
        const Profile profile = save();
        QCOMPARE(m_keychain->profileIds().size(), 3);
        m_service->remove(profile.id, this, [](const auto &) {});
        QTRY_VERIFY(m_keychain->profileIds().isEmpty());
    }

    void theCaFileIsCheckedAndKept()
    {
        fillNew();
        edit("caFile")->setText(u"company.pem"_s);
        QVERIFY(!button("saveButton")->isEnabled());
        QVERIFY(message("caFileMessage").contains(u"whole path"_s));
        edit("caFile")->setText(m_dir->filePath(u"missing.pem"_s));
        QVERIFY(button("saveButton")->isEnabled()); // it may be on a stick that comes later
        QVERIFY(message("caFileMessage").contains(u"no such file"_s));
        QFile file(m_dir->filePath(u"company.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        edit("caFile")->setText(file.fileName());
        QVERIFY(message("caFileMessage").isEmpty());
        QCOMPARE(save().caFile, file.fileName());
        storage::ProfileStore again(m_file);
        QCOMPARE(again.load()->first().caFile, file.fileName());
    }

private:
    template<typename T> T *child(const char *name) const
    {
        T *found = m_dialog->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QLineEdit *edit(const char *name) const { return child<QLineEdit>(name); }
    QComboBox *combo(const char *name) const { return child<QComboBox>(name); }
    QCheckBox *checkBox(const char *name) const { return child<QCheckBox>(name); }
    QAbstractButton *button(const char *name) const { return child<QAbstractButton>(name); }
    QString message(const char *name) const { return child<ui::FieldMessage>(name)->text(); }

    void fillNew()
    {
        m_dialog->openForNew();
        edit("profileName")->setText(u"Frankfurt"_s);
        combo("profileRegion")->setEditText(u"eu-central-1"_s);
        edit("accessKeyId")->setText(u"AKIATALLYLIGHTSAMPLE"_s);
        edit("secretAccessKey")->setText(u"s3cr3t/Of+The/Sample+Profile/0123456789a"_s);
    }

    void typeProxy(Service service, const QString &address, const QString &password)
    {
        const bool monitoring = service == Service::CloudWatch;
        combo(monitoring ? "proxyMonitoring" : "proxyMedialive")->setCurrentIndex(2);
        edit(monitoring ? "proxyMonitoringUrl" : "proxyMedialiveUrl")->setText(address);
        edit(monitoring ? "proxyMonitoringPassword" : "proxyMedialivePassword")->setText(password);
    }

    Profile save()
    {
        const qsizetype before = m_saved->size();
        button("saveButton")->click();
        [&] {
            QTRY_COMPARE(m_saved->size(), before + 1);
        }();
        return m_service->profiles().value(0);
    }

    std::optional<QString> stored(const Profile &profile, Service service) const
    {
        const auto entry = m_keychain->credentials(monitor::proxySecretId(profile.id, service));
        if (!entry)
            return {};
        return QString::fromUtf8(entry->secretAccessKey.expose());
    }
};

QTEST_MAIN(NetworkFieldsTest)
#include "tst_networkfields.moc"
