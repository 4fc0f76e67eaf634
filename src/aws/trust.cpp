// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aws/trust.h"

#include <QFile>
#include <QPromise>
#include <QSslCertificate>
#include <QThreadPool>

#include <memory>

using namespace Qt::StringLiterals;

namespace tallylight::aws {

namespace {

constexpr qint64 kMostCaBytes = 8 * 1024 * 1024; // all public authorities together are 200 kB

/// Reading a few hundred certificates takes a good part of a second of a processor, and every
/// connection of every profile with a CA file wants them, so they are read once; a system that gets
/// new ones needs a new start. Never destroyed: Qt's TLS plugin may be gone before.
const QList<QSslCertificate> &systemAuthorities()
{
    static const auto *all = new QList<QSslCertificate>(QSslConfiguration::systemCaCertificates());
    return *all;
}

} // namespace

Trust loadTrust(const QString &caFile)
{
    Trust trust;
    if (caFile.isEmpty())
        return trust;
    QFile file(caFile);
    if (!file.open(QIODevice::ReadOnly)) {
        trust.problem = caFile + u": "_s + file.errorString();
        return trust;
    }
    const QByteArray pem = file.read(kMostCaBytes + 1);
    if (pem.size() > kMostCaBytes) {
        trust.problem = caFile + u": is larger than 8 MB"_s;
        return trust;
    }
    QList<QSslCertificate> own = QSslCertificate::fromData(pem, QSsl::Pem);
    own.removeIf([](const QSslCertificate &one) { return one.isNull(); });
    if (own.isEmpty()) {
        trust.problem = caFile + u": holds no PEM certificate"_s;
        return trust;
    }
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    // Adding to the default would switch off that the system's are found on demand.
    tls.setCaCertificates(systemAuthorities() + own);
    trust.tls = tls;
    return trust;
}

QFuture<Trust> lookUpTrust(const QString &caFile)
{
    const auto promise = std::make_shared<QPromise<Trust>>();
    promise->start();
    const QFuture<Trust> future = promise->future();
    QThreadPool::globalInstance()->start([promise, caFile] {
        promise->addResult(loadTrust(caFile));
        promise->finish();
    });
    return future;
}

} // namespace tallylight::aws
