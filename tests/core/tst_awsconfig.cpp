// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/awsconfig.h"

#include <QDebug>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tallylight {

/// The shared AWS files as text.
class AwsConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sectionsAreNamedByTheirKind();
    void valuesAreReadHoweverTheyAreWritten_data();
    void valuesAreReadHoweverTheyAreWritten();
    void indentedLinesAreSubKeys();
    void indentedTextGoesOnWithTheValue();
    void secretsAreKeptApart();
    void duplicatesAreMerged();
    void explicitDefaultCountsBeforeThePlainOne();
    void theCredentialsFileCounts();
    void aKeyOfOneFileNeverGetsATokenOfTheOther();
    void errorsNameFileAndLine_data();
    void errorsNameFileAndLine();
    void hugeFilesAreRefused();
    void anyPrefixAndAnyFlippedByteIsBearable();
    void wordsAreSplitLikeAShellDoes_data();
    void wordsAreSplitLikeAShellDoes();
    void wordsAreSplitLikeWindowsDoes_data();
    void wordsAreSplitLikeWindowsDoes();
};

namespace {

AwsConfig parsed(const QByteArray &text, AwsFileKind kind = AwsFileKind::Config)
{
    const auto result = parseAwsConfig(text, kind, u"f"_s);
    if (!result)
        qFatal("line %d: problem %d", result.error().line, static_cast<int>(result.error().kind));
    return result.value();
}

} // namespace

void AwsConfigTest::sectionsAreNamedByTheirKind()
{
    const AwsConfig config = parsed("[default]\nregion=a\n"
                                    "[profile one]\nregion=b\n"
                                    "[profile \"with space\"]\nregion=c\n"
                                    "[bare]\nregion=d\n"
                                    "[sso-session corp]\nsso_region=e\n"
                                    "[services local]\nmedialive =\n  endpoint_url = http://f\n"
                                    "[profile too many words]\nregion=g\n"
                                    "[preview]\ncloudfront=true\n");
    QCOMPARE(config.profiles.value(u"default"_s).value(u"region"_s), u"a"_s);
    QCOMPARE(config.profiles.value(u"one"_s).value(u"region"_s), u"b"_s);
    QCOMPARE(config.profiles.value(u"with space"_s).value(u"region"_s), u"c"_s);
    QVERIFY(!config.profiles.contains(u"bare"_s));
    QCOMPARE(config.ssoSessions.value(u"corp"_s).value(u"sso_region"_s), u"e"_s);
    QCOMPARE(
        config.services.value(u"local"_s).nested.value(u"medialive"_s).value(u"endpoint_url"_s),
        u"http://f"_s);
    QVERIFY(!config.profiles.contains(u"too many words"_s));
    const AwsConfig credentials
        = parsed("[profile one]\naws_access_key_id=x\n[two]\naws_access_key_id=y\n",
                 AwsFileKind::Credentials);
    QCOMPARE(credentials.profiles.keys(), (QStringList{u"profile one"_s, u"two"_s}));
}

void AwsConfigTest::valuesAreReadHoweverTheyAreWritten_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("value");
    const QString plain = u"eu-west-1"_s;
    QTest::newRow("tight") << QByteArray("[default]\nregion=eu-west-1") << plain;
    QTest::newRow("spaced") << QByteArray("[default]\n\nregion  =   eu-west-1  \n") << plain;
    QTest::newRow("crlf") << QByteArray("[default]\r\nregion = eu-west-1\r\n") << plain;
    QTest::newRow("byte order mark")
        << QByteArray("\xEF\xBB\xBF[default]\nregion = eu-west-1\n") << plain;
    QTest::newRow("upper case key") << QByteArray("[default]\nREGION = eu-west-1\n") << plain;
    QTest::newRow("colon") << QByteArray("[default]\nregion: eu-west-1\n") << plain;
    QTest::newRow("comments") << QByteArray(
        "# a\n[default]\n; b\n  # c\nregion = eu-west-1\n#region = x\n")
                              << plain;
    QTest::newRow("comment behind a header")
        << QByteArray("[default] # mine\nregion = eu-west-1\n") << plain;
    QTest::newRow("no comment behind a value")
        << QByteArray("[default]\nregion = eu-west-1 # home\n") << u"eu-west-1 # home"_s;
    QTest::newRow("equals in the value") << QByteArray("[default]\nregion = a=b=c\n") << u"a=b=c"_s;
    QTest::newRow("indented first key") << QByteArray("[default]\n  region = eu-west-1\n") << plain;
    QTest::newRow("indented header") << QByteArray("  [default]\n  region = eu-west-1\n") << plain;
    QTest::newRow("empty") << QByteArray("[default]\nregion =\n") << QString();
    QTest::newRow("umlaut") << QByteArray("[default]\nregion = k\xC3\xB6ln\n") << u"köln"_s;
    QTest::newRow("trailing blanks")
        << QByteArray("[default]\nregion = eu-west-1\n\n   \n\noutput = json\n") << plain;
}

void AwsConfigTest::valuesAreReadHoweverTheyAreWritten()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, value);
    QCOMPARE(parsed(text).profiles.value(u"default"_s).value(u"region"_s), value);
}

void AwsConfigTest::indentedLinesAreSubKeys()
{
    const AwsSection section
        = parsed("[default]\ns3 =\n  max = 10\n\n  # why\n  size = 5MB\nregion = r\n")
              .profiles.value(u"default"_s);
    QCOMPARE(section.nested.value(u"s3"_s),
             (QHash<QString, QString>{{u"max"_s, u"10"_s}, {u"size"_s, u"5MB"_s}}));
    QCOMPARE(section.value(u"region"_s), u"r"_s);
    QVERIFY(!section.values.contains(u"max"_s)); // a sub-key is no key of the profile
}

void AwsConfigTest::indentedTextGoesOnWithTheValue()
{
    const AwsSection section
        = parsed("[default]\nca_bundle = one\n  two\nregion = r\n").profiles.value(u"default"_s);
    QCOMPARE(section.value(u"ca_bundle"_s), u"one\ntwo"_s);
    QCOMPARE(section.value(u"region"_s), u"r"_s);
}

void AwsConfigTest::secretsAreKeptApart()
{
    const AwsSection section = parsed("[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n"
                                      "aws_secret_access_key = wJalr/XUtn+FEMI=\n"
                                      "aws_session_token = tok/en==\n")
                                   .profiles.value(u"default"_s);
    QCOMPARE(section.secretAccessKey.expose(), QByteArray("wJalr/XUtn+FEMI="));
    QCOMPARE(section.sessionToken.expose(), QByteArray("tok/en=="));
    QCOMPARE(section.values.keys(), QStringList{u"aws_access_key_id"_s});
    const AwsSection old
        = parsed("[default]\naws_security_token = legacy\n").profiles.value(u"default"_s);
    QCOMPARE(old.sessionToken.expose(), QByteArray("legacy"));
}

void AwsConfigTest::duplicatesAreMerged()
{
    const AwsConfig config = parsed("[profile a]\nregion=1\noutput=x\nregion=2\n"
                                    "[profile b]\nregion=3\n[profile a]\noutput=y\n");
    QCOMPARE(config.profiles.value(u"a"_s).value(u"region"_s), u"2"_s);
    QCOMPARE(config.profiles.value(u"a"_s).value(u"output"_s), u"y"_s);
    QCOMPARE(config.profiles.value(u"b"_s).value(u"region"_s), u"3"_s);
}

void AwsConfigTest::explicitDefaultCountsBeforeThePlainOne()
{
    for (const QByteArray text : {"[profile default]\nregion=explicit\n[default]\nregion=plain\n",
                                  "[default]\nregion=plain\n[profile default]\nregion=explicit\n"})
        QCOMPARE(parsed(text).profiles.value(u"default"_s).value(u"region"_s), u"explicit"_s);
}

void AwsConfigTest::theCredentialsFileCounts()
{
    const AwsConfig merged = mergedAwsConfig(
        parsed("[profile p]\nregion=r\naws_access_key_id=config\naws_secret_access_key=s1\n"),
        parsed("[p]\naws_access_key_id=credentials\naws_secret_access_key=s2\n",
               AwsFileKind::Credentials));
    const AwsSection section = merged.profiles.value(u"p"_s);
    QCOMPARE(section.value(u"region"_s), u"r"_s);
    QCOMPARE(section.value(u"aws_access_key_id"_s), u"credentials"_s);
    QCOMPARE(section.secretAccessKey.expose(), QByteArray("s2"));
    QVERIFY(section.inCredentialsFile);
}

void AwsConfigTest::aKeyOfOneFileNeverGetsATokenOfTheOther()
{
    const AwsConfig merged
        = mergedAwsConfig(parsed("[profile p]\naws_access_key_id=ASIA1\naws_secret_access_key=s1\n"
                                 "aws_session_token=t1\n"),
                          parsed("[p]\naws_access_key_id=AKIA2\naws_secret_access_key=s2\n",
                                 AwsFileKind::Credentials));
    QVERIFY(merged.profiles.value(u"p"_s).sessionToken.isEmpty());
}

void AwsConfigTest::errorsNameFileAndLine_data()
{
    using Kind = AwsFileError::Kind;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("line");
    QTest::newRow("no section") << QByteArray("\n\nregion = x\n") << Kind::NoSection << 3;
    QTest::newRow("no value") << QByteArray("[default]\nregion\n") << Kind::NoValue << 2;
    QTest::newRow("no key") << QByteArray("[default]\n= x\n") << Kind::NoValue << 2;
    QTest::newRow("open header") << QByteArray("[default\nregion = x\n") << Kind::BadName << 1;
    QTest::newRow("empty header") << QByteArray("[]\n") << Kind::BadName << 1;
    QTest::newRow("open quote") << QByteArray("[profile \"x]\n") << Kind::BadName << 1;
    QTest::newRow("latin 1") << QByteArray("[default]\nx = \xF6\n") << Kind::NotUtf8 << 0;
    QTest::newRow("long line") << QByteArray("[default]\nx = " + QByteArray(70000, 'x'))
                               << Kind::TooLarge << 2;
}

void AwsConfigTest::errorsNameFileAndLine()
{
    QFETCH(QByteArray, text);
    QFETCH(AwsFileError::Kind, kind);
    QFETCH(int, line);
    const auto result = parseAwsConfig(text, AwsFileKind::Config, u"/home/x/.aws/config"_s);
    QVERIFY(!result.hasValue());
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(result.error().line, line);
    QCOMPARE(result.error().file, u"/home/x/.aws/config"_s);
}

void AwsConfigTest::hugeFilesAreRefused()
{
    const auto result = parseAwsConfig(QByteArray(5 * 1024 * 1024, '\n'), AwsFileKind::Config);
    QVERIFY(!result.hasValue());
    QCOMPARE(result.error().kind, AwsFileError::Kind::TooLarge);
}

void AwsConfigTest::anyPrefixAndAnyFlippedByteIsBearable()
{
    const QByteArray good = "\xEF\xBB\xBF[default]\nregion = r\n[profile \"a b\"]\ns3 =\n  k = v\n"
                            "aws_secret_access_key: s\n[sso-session x]\r\nsso_region=e\n";
    int accepted = 0;
    for (qsizetype i = 0; i < good.size(); ++i) {
        accepted += parseAwsConfig(good.left(i), AwsFileKind::Config).hasValue() ? 1 : 0;
        for (const int bit : {0, 3, 6, 7}) {
            QByteArray spoilt = good;
            spoilt[i] = static_cast<char>(spoilt.at(i) ^ (1 << bit));
            const auto result = parseAwsConfig(spoilt, AwsFileKind::Credentials);
            if (!result.hasValue())
                QVERIFY(result.error().line <= 10);
        }
    }
    QVERIFY(accepted > 0);
}

void AwsConfigTest::wordsAreSplitLikeAShellDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("plain") << u"a  b\tc"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("double") << u"\"a b\" c"_s << QStringList{u"a b"_s, u"c"_s};
    QTest::newRow("single") << u"'a \\ \"b' c"_s << QStringList{u"a \\ \"b"_s, u"c"_s};
    QTest::newRow("joined") << u"a\"b c\"'d e'"_s << QStringList{u"ab cd e"_s};
    QTest::newRow("escaped space") << u"a\\ b"_s << QStringList{u"a b"_s};
    QTest::newRow("escapes in double quotes")
        << u"\"a\\\"b\\\\c\\d\""_s << QStringList{u"a\"b\\c\\d"_s};
    QTest::newRow("empty word") << u"a '' b"_s << QStringList{u"a"_s, u""_s, u"b"_s};
    QTest::newRow("no variables") << u"$HOME ~ *"_s << QStringList{u"$HOME"_s, u"~"_s, u"*"_s};
    QTest::newRow("open quote") << u"a 'b"_s << QStringList();
    QTest::newRow("lone backslash") << u"a \\"_s << QStringList();
    QTest::newRow("nothing") << u"   "_s << QStringList();
}

void AwsConfigTest::wordsAreSplitLikeAShellDoes()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QCOMPARE(shellWords(text), words);
}

/// The expected words are those botocore's own splitter gives.
void AwsConfigTest::wordsAreSplitLikeWindowsDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("plain") << u"a  b\tc"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("path") << u"C:\\Tools\\creds.exe --x"_s
                          << QStringList{u"C:\\Tools\\creds.exe"_s, u"--x"_s};
    QTest::newRow("quoted path") << u"\"C:\\Program Files\\creds.exe\" a"_s
                                 << QStringList{u"C:\\Program Files\\creds.exe"_s, u"a"_s};
    QTest::newRow("share") << u"\\\\server\\share\\x.exe"_s
                           << QStringList{u"\\\\server\\share\\x.exe"_s};
    QTest::newRow("folder at the end") << u"a C:\\dir\\"_s << QStringList{u"a"_s, u"C:\\dir\\"_s};
    QTest::newRow("lone backslash") << u"a \\ b"_s << QStringList{u"a"_s, u"\\"_s, u"b"_s};
    QTest::newRow("backslash before a quoted blank") << u"\"a \\ b\""_s << QStringList{u"a \\ b"_s};
    QTest::newRow("one before a quote") << u"\"a\\\"b\""_s << QStringList{u"a\"b"_s};
    QTest::newRow("two before a quote") << u"a\\\\\"b c\""_s << QStringList{u"a\\b c"_s};
    QTest::newRow("three before a quote") << u"a\\\\\\\"b"_s << QStringList{u"a\\\"b"_s};
    QTest::newRow("two before the closing quote")
        << u"\"C:\\dir\\\\\" next"_s << QStringList{u"C:\\dir\\"_s, u"next"_s};
    QTest::newRow("single quotes are ordinary") << u"'a b'"_s << QStringList{u"'a"_s, u"b'"_s};
    QTest::newRow("joined") << u"a\"b c\"d"_s << QStringList{u"ab cd"_s};
    QTest::newRow("quotes after one another") << u"\"a\"\"b\""_s << QStringList{u"ab"_s};
    QTest::newRow("empty word") << u"a \"\" b"_s << QStringList{u"a"_s, u""_s, u"b"_s};
    QTest::newRow("only blanks and tabs part words")
        << u"a\nb\u00A0c d"_s << QStringList{u"a\nb\u00A0c"_s, u"d"_s};
    QTest::newRow("open quote") << u"a \"b"_s << QStringList();
    QTest::newRow("nothing") << u"   "_s << QStringList();
}

void AwsConfigTest::wordsAreSplitLikeWindowsDoes()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QCOMPARE(windowsWords(text), words);
}

} // namespace tallylight

QTEST_GUILESS_MAIN(tallylight::AwsConfigTest)
#include "tst_awsconfig.moc"
