// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/copiedkeys.h"

#include "ui/keyfields.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using monitor::SecretProblem;

CopiedKeys::CopiedKeys(monitor::ProfileService &service, QHBoxLayout &row, const Fields &fields,
                       QWidget *dialog)
    : QObject(dialog)
    , m_service(service)
    , m_fields(fields)
    , m_box(new QCheckBox(dialog))
{
    m_box->setObjectName(u"copyKeys"_s);
    m_box->setAccessibleName(tr("Use the keys of %1").arg(u"…"_s));
    m_box->setToolTip(tr("They are stored once more, for this region. Untick it to enter others."));
    row.insertWidget(1, m_box);
    QWidget::setTabOrder(row.itemAt(0)->widget(), m_box);
    m_box->hide();
    connect(m_box, &QCheckBox::toggled, this, [this] {
        update();
        Q_EMIT changed();
    });
}

void CopiedKeys::offer(const Profile &source)
{
    withdraw();
    m_original = source;
    if (source.credentialSource != CredentialSource::Keychain)
        return;
    m_offered = true;
    QString shown = source.name;
    shown.replace(u'&', u"&&"_s); // no shortcut
    //: %1 is the name of a region profile
    m_box->setText(tr("Use the keys of %1").arg(shown));
    m_box->setAccessibleName(tr("Use the keys of %1").arg(source.name));
    {
        const QSignalBlocker blocker(m_box);
        m_box->setChecked(true);
    }
    update();
    m_service.describeSecret(
        source.id, this,
        [this, generation = m_generation](const Outcome &outcome, const QString &shortKeyId) {
            if (generation != m_generation)
                return;
            m_shortKeyId = shortKeyId;
            if (outcome.problem == SecretProblem::NotFound)
                m_offered = false;
            else if (outcome.problem != SecretProblem::None)
                Q_EMIT troubled(outcome);
            update();
            Q_EMIT changed();
        });
}

void CopiedKeys::withdraw()
{
    ++m_generation;
    m_original.reset();
    m_offered = false;
    m_shortKeyId.clear();
    update();
}

void CopiedKeys::setApplicable(bool applicable)
{
    m_applicable = applicable;
    update();
}

void CopiedKeys::update()
{
    m_box->setVisible(m_applicable && m_offered);
    for (QLineEdit *field : {m_fields.keyId, m_fields.secret, m_fields.token}) {
        if (areWanted() && field->isEnabled())
            wipeText(*field);
        field->setEnabled(!areWanted());
    }
    if (m_original)
        showStoredKey(areWanted() ? m_shortKeyId : QString(), *m_fields.keyId, *m_fields.secret,
                      *m_fields.token);
}

bool CopiedKeys::areWanted() const
{
    return m_applicable && m_offered && m_box->isChecked();
}

Profile CopiedKeys::withItsAccount(Profile copy) const
{
    if (!m_original)
        return copy;
    Profile same = *m_original;
    same.id = copy.id;
    same.name = copy.name;
    same.color = copy.color;
    same.production = copy.production;
    const bool sameKeys = areWanted() || copy.credentialSource != CredentialSource::Keychain;
    if (!sameKeys || !(copy == same))
        copy.accountId.clear(); // STS will tell whose it is
    return copy;
}

void CopiedKeys::read(QObject *context,
                      const std::function<void(const Outcome &, const Credentials &)> &done) const
{
    if (m_original)
        m_service.readSecret(m_original->id, context, done);
}

} // namespace tallylight::ui
