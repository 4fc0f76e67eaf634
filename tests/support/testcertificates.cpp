// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testcertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tallylight::test {

namespace {

constexpr char kConfig[] = R"([ca]
default_ca = authority
[authority]
database = index.txt
new_certs_dir = .
certificate = ca.pem
private_key = ca.key
default_md = sha256
policy = names
unique_subject = no
copy_extensions = copy
rand_serial = yes
[names]
commonName = supplied
)";

QString opensslTime(const QDateTime &utc)
{
    return utc.toUTC().toString(u"yyyyMMddHHmmss'Z'"_s);
}

} // namespace

TestAuthority::TestAuthority(const QString &name)
{
    if (!QSslSocket::supportsSsl()) {
        m_problem = u"Qt has no TLS here"_s;
        return;
    }
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty()) {
        m_problem = u"the openssl program is not installed"_s;
        return;
    }
    write(u"ca.cnf"_s, kConfig);
    write(u"index.txt"_s, {});
    run({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
         u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
         u"/CN="_s + name, u"-keyout"_s, u"ca.key"_s, u"-out"_s, u"ca.pem"_s});
}

QSslConfiguration TestAuthority::server(const Leaf &leaf)
{
    const QString stem = u"leaf%1"_s.arg(++m_leaves);
    const QString key = stem + u".key"_s;
    const QString pem = stem + u".pem"_s;
    QStringList request{u"req"_s,
                        u"-newkey"_s,
                        u"ec"_s,
                        u"-pkeyopt"_s,
                        u"ec_paramgen_curve:prime256v1"_s,
                        u"-nodes"_s,
                        u"-subj"_s,
                        u"/CN=server-of-the-test"_s,
                        u"-addext"_s,
                        u"subjectAltName="_s + leaf.names,
                        u"-keyout"_s,
                        key};
    bool made = false;
    if (leaf.selfSigned) {
        made = run(request + QStringList{u"-x509"_s, u"-days"_s, u"2"_s, u"-out"_s, pem});
    } else {
        made = run(request + QStringList{u"-out"_s, stem + u".csr"_s})
            && run({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, u"ca.cnf"_s, u"-in"_s,
                    stem + u".csr"_s, u"-out"_s, pem, u"-startdate"_s, opensslTime(leaf.from),
                    u"-enddate"_s, opensslTime(leaf.until)});
    }
    if (!made)
        return {};
    QList<QSslCertificate> chain = QSslCertificate::fromPath(m_folder.filePath(pem));
    if (leaf.sendsAuthority)
        chain += QSslCertificate::fromPath(caFile());
    QFile keyFile(m_folder.filePath(key));
    if (!keyFile.open(QIODevice::ReadOnly))
        return {};
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    return tls;
}

bool TestAuthority::run(const QStringList &arguments)
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.start(u"openssl"_s, arguments);
    if (openssl.waitForFinished() && openssl.exitCode() == 0)
        return true;
    m_problem = u"openssl "_s + arguments.join(u' ') + u": "_s
        + QString::fromUtf8(openssl.readAllStandardError());
    return false;
}

bool TestAuthority::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace tallylight::test
