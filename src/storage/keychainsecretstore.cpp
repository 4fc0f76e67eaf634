// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/keychainsecretstore.h"

#include "core/redact.h"
#include "storage/credentialsjson.h"
#include "storage/qtkeychainbackend.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QPointer>
#include <QRandomGenerator>
#include <QStringList>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tallylight::storage {

namespace {

using Outcome = SecretStore::Outcome;
using Reply = KeychainBackend::Reply;
using Error = KeychainBackend::Error;

constexpr int kMaxParts = 64;

QString entryKey(const QString &profileId)
{
    // Windows knows entries by this name alone, without the service, so it says whose they are.
    return u"tallylight/"_s + profileId;
}

QString lockTestKey()
{
    return u"tallylight/lock-test"_s;
}

Outcome outcomeOf(Error error)
{
    switch (error) {
    case Error::None:
        return Outcome::Ok;
    case Error::NotFound:
        return Outcome::NotFound;
    case Error::Denied:
        return Outcome::Denied;
    case Error::Locked:
        return Outcome::Locked;
    case Error::NoBackend:
        return Outcome::NoBackend;
    case Error::Other:
        break;
    }
    return Outcome::Failed;
}

/// What stands in a profile's entry when the credentials had to be cut: how many further entries
/// hold them, and the mark in their names. A fresh mark each time leaves the old ones valid until
/// this entry is replaced.
struct PartIndex
{
    int parts = 0; ///< 0 when the entry holds the credentials themselves
    QString mark;

    static PartIndex from(const Secret &entry);
    Secret toEntry() const;
};

PartIndex PartIndex::from(const Secret &entry)
{
    const QJsonObject json = QJsonDocument::fromJson(entry.expose()).object();
    const int parts = json.value("parts"_L1).toInt();
    const QString mark = json.value("mark"_L1).toString();
    if (parts < 1 || parts > kMaxParts || mark.isEmpty())
        return {};
    return {parts, mark};
}

Secret PartIndex::toEntry() const
{
    const QJsonObject json{{u"parts"_s, parts}, {u"mark"_s, mark}};
    return Secret(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

/// \a text in pieces of at most \a maxBytes, cut between characters, because entries are kept as
/// text.
QList<Secret> cut(const QByteArray &text, int maxBytes)
{
    QList<Secret> pieces;
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype to = std::min<qsizetype>(text.size(), from + maxBytes);
        // 10xxxxxx continues a character.
        while (to < text.size() && to > from + 1
               && (static_cast<uchar>(text.at(to)) & 0xC0U) == 0x80U)
            --to;
        pieces.append(Secret(text.mid(from, to - from)));
        from = to;
    }
    return pieces;
}

/// One call: the steps it takes in the keychain, its time limit, its one answer. Deletes itself.
class Request final : public QObject
{
public:
    using Next = std::function<void(const Reply &)>;

    Request(KeychainBackend &backend, const KeychainSecretStore::Options &options, bool mayRetry,
            const QString &profileId, QObject *context, SecretStore::Callback done,
            QObject *parent);

    void read();
    void write(const Credentials &credentials);
    void remove();

private:
    using Step = std::function<void(const KeychainBackend::Callback &)>;

    void run(const Step &step, const Next &next);
    void readEntry(const QString &key, const Next &next);
    void writeEntry(const QString &key, const Secret &data, const Next &next);
    void removeEntry(const QString &key, const Next &next);

    void readParts(const PartIndex &index, int part, const QByteArray &soFar);
    void writeInOne(const Secret &json, const PartIndex &old);
    void writeParts(const QList<Secret> &pieces, const PartIndex &index, int part,
                    const PartIndex &old);
    void removeParts(const PartIndex &index, int part, const SecretResult &afterwards,
                     bool mustWork);
    void removeWholly(const PartIndex &index);
    void answerIfUnlocked(Outcome whenUnlocked);
    QString partKey(const PartIndex &index, int part) const;

    void finishReading(const Secret &json);
    void fail(const Reply &reply) { finish({outcomeOf(reply.error), reply.message, std::nullopt}); }
    void finish(SecretResult result);

    KeychainBackend &m_backend;
    KeychainSecretStore::Options m_options;
    bool m_mayRetry;
    bool m_finished = false;
    QString m_key;
    QPointer<QObject> m_context;
    SecretStore::Callback m_done;
    QStringList m_hidden; ///< values that must not come back in a message
};

Request::Request(KeychainBackend &backend, const KeychainSecretStore::Options &options,
                 bool mayRetry, const QString &profileId, QObject *context,
                 SecretStore::Callback done, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_options(options)
    , m_mayRetry(mayRetry)
    , m_key(entryKey(profileId))
    , m_context(context)
    , m_done(std::move(done))
{
    QTimer::singleShot(options.timeout, this, [this] {
        finish({Outcome::Timeout, {}, std::nullopt});
    });
}

void Request::finish(SecretResult result)
{
    if (m_finished)
        return;
    m_finished = true;
    deleteLater();
    result.backendMessage = redact(result.backendMessage, m_hidden);
    if (m_context)
        m_done(result);
}

void Request::run(const Step &step, const Next &next)
{
    step([self = QPointer<Request>(this), step, next](const Reply &reply) {
        if (!self || self->m_finished)
            return; // too late
        if (reply.error == Error::NoBackend && self->m_mayRetry) {
            self->m_mayRetry = false;
            QTimer::singleShot(self->m_options.retryDelay, self.data(),
                               [self, step, next] { self->run(step, next); });
            return;
        }
        next(reply);
    });
}

void Request::readEntry(const QString &key, const Next &next)
{
    run([this, key](const KeychainBackend::Callback &done) { m_backend.read(key, done); }, next);
}

void Request::writeEntry(const QString &key, const Secret &data, const Next &next)
{
    run([this, key,
         data](const KeychainBackend::Callback &done) { m_backend.write(key, data, done); },
        next);
}

void Request::removeEntry(const QString &key, const Next &next)
{
    run([this, key](const KeychainBackend::Callback &done) { m_backend.remove(key, done); }, next);
}

QString Request::partKey(const PartIndex &index, int part) const
{
    return m_key + u'/' + index.mark + u'/' + QString::number(part);
}

void Request::read()
{
    readEntry(m_key, [this](const Reply &reply) {
        if (reply.error == Error::NotFound && m_backend.hidesLockedEntries()) {
            answerIfUnlocked(Outcome::NotFound);
        } else if (reply.error != Error::None) {
            fail(reply);
        } else if (const PartIndex index = PartIndex::from(reply.data); index.parts > 0) {
            readParts(index, 1, {});
        } else {
            finishReading(reply.data);
        }
    });
}

void Request::readParts(const PartIndex &index, int part, const QByteArray &soFar)
{
    if (part > index.parts) {
        finishReading(Secret(soFar));
        return;
    }
    readEntry(partKey(index, part), [this, index, part, soFar](const Reply &reply) {
        if (reply.error == Error::NotFound)
            finish({Outcome::Failed, u"the entry is incomplete"_s, std::nullopt});
        else if (reply.error != Error::None)
            fail(reply);
        else
            readParts(index, part + 1, soFar + reply.data.expose());
    });
}

void Request::finishReading(const Secret &json)
{
    if (auto credentials = credentialsFromJson(json))
        finish({Outcome::Ok, {}, std::move(credentials)});
    else
        finish({Outcome::Failed, u"the entry holds no credentials that can be understood"_s,
                std::nullopt});
}

void Request::write(const Credentials &credentials)
{
    m_hidden = {credentials.accessKeyId, QString::fromUtf8(credentials.secretAccessKey.expose()),
                QString::fromUtf8(credentials.sessionToken.expose())};
    const Secret json = credentialsToJson(credentials);
    if (m_options.maxEntryBytes <= 0) {
        writeEntry(m_key, json, [this](const Reply &reply) { fail(reply); });
        return;
    }
    const QList<Secret> pieces = cut(json.expose(), m_options.maxEntryBytes);
    if (pieces.size() > kMaxParts) {
        QTimer::singleShot(0, this, [this] {
            finish({Outcome::Failed, u"too large for the keychain"_s, std::nullopt});
        });
        return;
    }
    readEntry(m_key, [this, json, pieces](const Reply &reply) {
        if (reply.error != Error::None && reply.error != Error::NotFound) {
            fail(reply);
            return;
        }
        const PartIndex old = PartIndex::from(reply.data);
        if (pieces.size() == 1) {
            writeInOne(json, old);
            return;
        }
        const QString mark = QString::number(QRandomGenerator::system()->generate(), 16);
        writeParts(pieces, {static_cast<int>(pieces.size()), mark}, 1, old);
    });
}

void Request::writeInOne(const Secret &json, const PartIndex &old)
{
    writeEntry(m_key, json, [this, old](const Reply &reply) {
        if (reply.error != Error::None)
            fail(reply);
        else
            removeParts(old, 1, {Outcome::Ok, {}, std::nullopt}, false);
    });
}

void Request::writeParts(const QList<Secret> &pieces, const PartIndex &index, int part,
                         const PartIndex &old)
{
    const bool last = part > index.parts;
    writeEntry(
        last ? m_key : partKey(index, part), last ? index.toEntry() : pieces.at(part - 1),
        [this, pieces, index, part, old, last](const Reply &reply) {
            if (reply.error != Error::None)
                removeParts(index, 1, {outcomeOf(reply.error), reply.message, std::nullopt}, false);
            else if (last)
                removeParts(old, 1, {Outcome::Ok, {}, std::nullopt}, false);
            else
                writeParts(pieces, index, part + 1, old);
        });
}

void Request::removeParts(const PartIndex &index, int part, const SecretResult &afterwards,
                          bool mustWork)
{
    if (part > index.parts) {
        finish(afterwards);
        return;
    }
    removeEntry(partKey(index, part),
                [this, index, part, afterwards, mustWork](const Reply &reply) {
                    if (mustWork && reply.error != Error::None && reply.error != Error::NotFound)
                        fail(reply);
                    else
                        removeParts(index, part + 1, afterwards, mustWork);
                });
}

void Request::remove()
{
    // Reading comes first where that unlocks, and where the entry may list further ones. Elsewhere
    // it would only prompt for what is about to go.
    if (m_options.maxEntryBytes <= 0 && !m_backend.hidesLockedEntries()) {
        removeWholly({});
        return;
    }
    readEntry(m_key, [this](const Reply &reply) {
        if (reply.error == Error::None)
            removeWholly(PartIndex::from(reply.data));
        else if (reply.error != Error::NotFound)
            fail(reply);
        else if (m_backend.hidesLockedEntries())
            answerIfUnlocked(Outcome::Ok);
        else
            finish({Outcome::Ok, {}, std::nullopt});
    });
}

void Request::removeWholly(const PartIndex &index)
{
    removeEntry(m_key, [this, index](const Reply &reply) {
        if (reply.error != Error::None && reply.error != Error::NotFound) {
            fail(reply);
        } else if (!m_backend.hidesLockedEntries()) {
            removeParts(index, 1, {Outcome::Ok, {}, std::nullopt}, true);
        } else {
            // "Removed" is also said of an entry that was locked again meanwhile.
            readEntry(m_key, [this, index](const Reply &again) {
                if (again.error == Error::NotFound)
                    removeParts(index, 1, {Outcome::Ok, {}, std::nullopt}, true);
                else
                    finish({Outcome::Failed, u"the entry is still there"_s, std::nullopt});
            });
        }
    });
}

void Request::answerIfUnlocked(Outcome whenUnlocked)
{
    const Secret nothingSecret(QByteArrayLiteral("tallylight"));
    writeEntry(lockTestKey(), nothingSecret, [this, whenUnlocked](const Reply &reply) {
        if (reply.error != Error::None) {
            fail(reply);
            return;
        }
        removeEntry(lockTestKey(), [this, whenUnlocked](const Reply &) {
            finish({whenUnlocked, {}, std::nullopt});
        });
    });
}

} // namespace

KeychainSecretStore::KeychainSecretStore()
    : KeychainSecretStore(std::make_unique<QtKeychainBackend>(u"Tallylight"_s), Options())
{
}

KeychainSecretStore::KeychainSecretStore(std::unique_ptr<KeychainBackend> backend,
                                         const Options &options)
    : m_backend(std::move(backend))
    , m_options(options)
    , m_requests(std::make_unique<QObject>())
{
    m_age.start();
}

KeychainSecretStore::~KeychainSecretStore() = default;

void KeychainSecretStore::read(const QString &profileId, QObject *context, Callback done)
{
    const bool mayRetry = m_age.elapsed() < m_options.retryWindow.count();
    (new Request(*m_backend, m_options, mayRetry, profileId, context, std::move(done),
                 m_requests.get()))
        ->read();
}

void KeychainSecretStore::write(const QString &profileId, const Credentials &credentials,
                                QObject *context, Callback done)
{
    const bool mayRetry = m_age.elapsed() < m_options.retryWindow.count();
    (new Request(*m_backend, m_options, mayRetry, profileId, context, std::move(done),
                 m_requests.get()))
        ->write(credentials);
}

void KeychainSecretStore::remove(const QString &profileId, QObject *context, Callback done)
{
    const bool mayRetry = m_age.elapsed() < m_options.retryWindow.count();
    (new Request(*m_backend, m_options, mayRetry, profileId, context, std::move(done),
                 m_requests.get()))
        ->remove();
}

} // namespace tallylight::storage
