// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/awsconfig.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace tallylight {

/// The same files, read by the AWS command line and by us.
class AwsConfigCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theCommandLineReadsTheSame_data();
    void theCommandLineReadsTheSame();
    void theCommandLineRefusesTheSame_data();
    void theCommandLineRefusesTheSame();

private:
    std::optional<QString> answer(const QString &profile, const QString &key);
    void write(const QByteArray &config, const QByteArray &credentials);

    QString m_aws;
    QTemporaryDir m_folder;
};

void AwsConfigCliTest::initTestCase()
{
    m_aws = qEnvironmentVariable("TALLYLIGHT_AWS");
    if (m_aws.isEmpty() && QFileInfo::exists(u"/usr/bin/aws"_s))
        m_aws = u"/usr/bin/aws"_s;
    if (m_aws.isEmpty())
        m_aws = QStandardPaths::findExecutable(u"aws"_s);
    if (m_aws.isEmpty())
        QSKIP("the AWS command line (package awscli) is not installed");
    QVERIFY(m_folder.isValid());
}

/// What "aws configure get" says; nullopt when it can't read the files.
std::optional<QString> AwsConfigCliTest::answer(const QString &profile, const QString &key)
{
    QProcess aws;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith("AWS_"_L1))
            environment.remove(name);
    }
    environment.insert(u"AWS_CONFIG_FILE"_s, m_folder.filePath(u"config"_s));
    environment.insert(u"AWS_SHARED_CREDENTIALS_FILE"_s, m_folder.filePath(u"credentials"_s));
    aws.setProcessEnvironment(environment);
    aws.start(m_aws, {u"configure"_s, u"get"_s, key, u"--profile"_s, profile});
    if (!aws.waitForFinished(60000))
        qFatal("aws configure get does not end");
    if (aws.exitCode() > 1) // 1 is "not set"
        return std::nullopt;
    QString text = QString::fromUtf8(aws.readAllStandardOutput());
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

void AwsConfigCliTest::write(const QByteArray &config, const QByteArray &credentials)
{
    for (const auto &[name, text] :
         {std::pair(u"config"_s, config), std::pair(u"credentials"_s, credentials)}) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("can't write %s", qPrintable(file.fileName()));
    }
}

void AwsConfigCliTest::theCommandLineReadsTheSame_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("key");
    QTest::newRow("plain") << u"default"_s << u"region"_s;
    QTest::newRow("hash behind a value") << u"default"_s << u"output"_s;
    QTest::newRow("quoted name, colon, capitals") << u"two words"_s << u"region"_s;
    QTest::newRow("crlf and blanks") << u"crlf"_s << u"region"_s;
    QTest::newRow("bare name") << u"bare"_s << u"region"_s;
    QTest::newRow("key in both files") << u"crlf"_s << u"aws_access_key_id"_s;
    QTest::newRow("after sub-keys") << u"nested"_s << u"region"_s;
    QTest::newRow("sub-key is no key") << u"nested"_s << u"max_queue_size"_s;
}

void AwsConfigCliTest::theCommandLineReadsTheSame()
{
    QFETCH(QString, profile);
    QFETCH(QString, key);
    const QByteArray config = "# first\n[default]\nregion=eu-west-1\noutput = json # not text\n"
                              "[profile \"two words\"]\nREGION : us-east-1\n"
                              "[profile crlf]\r\n  region =  eu-north-1  \r\n"
                              "aws_access_key_id = FROMCONFIG\r\n"
                              "[bare]\nregion = ap-south-1\n"
                              "[profile nested]\ns3 =\n  max_queue_size = 7\n; why\nregion = x=y\n";
    const QByteArray credentials = "[crlf]\naws_access_key_id = FROMCREDENTIALS\n"
                                   "aws_secret_access_key = s\n";
    write(config, credentials);
    const AwsConfig ours
        = mergedAwsConfig(parseAwsConfig(config, AwsFileKind::Config).value(),
                          parseAwsConfig(credentials, AwsFileKind::Credentials).value());
    const std::optional<QString> theirs = answer(profile, key);
    QCOMPARE(ours.profiles.contains(profile), theirs.has_value());
    QCOMPARE(ours.profiles.value(profile).value(key), theirs.value_or(QString()));
}

void AwsConfigCliTest::theCommandLineRefusesTheSame_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no section") << QByteArray("region = x\n");
    QTest::newRow("no value") << QByteArray("[default]\nregion\n");
    QTest::newRow("open header") << QByteArray("[default\nregion = x\n");
}

void AwsConfigCliTest::theCommandLineRefusesTheSame()
{
    QFETCH(QByteArray, text);
    write(text, {});
    QVERIFY(!parseAwsConfig(text, AwsFileKind::Config).hasValue());
    QVERIFY(!answer(u"default"_s, u"region"_s).has_value());
}

} // namespace tallylight

QTEST_GUILESS_MAIN(tallylight::AwsConfigCliTest)
#include "tst_awsconfigcli.moc"
