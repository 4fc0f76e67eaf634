// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/regioncard.h"

#include "ui/credentialtext.h"
#include "ui/regionfacts.h"
#include "ui/stateshape.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace tallylight::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kShape = 18;
constexpr int kFactRows = 3; ///< facts run down, then right
constexpr int kErrorColumn = 7;

/// Numbers to the right, under their titles. The error fills its column, so that it can wrap.
Qt::Alignment alignmentOf(int column)
{
    constexpr int kFirstNumber = 2;
    constexpr int kLastNumber = 5;
    if (column == kErrorColumn)
        return {};
    return Qt::AlignTop
        | (column >= kFirstNumber && column <= kLastNumber ? Qt::AlignRight : Qt::AlignLeft);
}

} // namespace

RegionCard::RegionCard(const Theme &theme, const QString &profileId, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_profileId(profileId)
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
    , m_signIn(new QPushButton(tr("Sign in again…"), this))
    , m_facts(new QGridLayout)
    , m_services(new QGridLayout)
{
    setObjectName(u"regionCard"_s);
    setFont(tabularFont(font()));
    build();
    applyColors();
}

QLabel *RegionCard::makeValue(const QString &name)
{
    auto *label = new QLabel(this);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void RegionCard::build()
{
    QFont titleFont = strongFont(font());
    titleFont.setPointSizeF(titleFont.pointSizeF() + 2);
    m_title->setFont(titleFont);
    m_title->setTextFormat(Qt::PlainText);
    m_subtitle->setTextFormat(Qt::PlainText);
    m_mutedLabels.append(m_subtitle);

    auto *header = new QHBoxLayout;
    header->addSpacing(kShape + kGrid);
    header->addWidget(m_title);
    header->addWidget(m_subtitle);
    header->addStretch();
    m_signIn->setObjectName(u"signInCard"_s);
    m_signIn->setAccessibleName(m_signIn->text());
    m_signIn->hide();
    connect(m_signIn, &QPushButton::clicked, this, [this] { Q_EMIT signInRequested(m_profileId); });
    header->addWidget(m_signIn);
    const auto addButton = [&](const QString &name, const QString &text, const auto &act) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setAccessibleName(text);
        connect(button, &QPushButton::clicked, this, act);
        header->addWidget(button);
    };
    addButton(u"refreshCard"_s, tr("Refresh now"),
              [this] { Q_EMIT refreshRequested(m_profileId); });
    addButton(u"callsCard"_s, tr("API calls…"), [this] { Q_EMIT callsRequested(m_profileId); });
    addButton(u"editCard"_s, tr("Edit…"), [this] { Q_EMIT editRequested(m_profileId); });
    //: Button: puts everything on the card on the clipboard.
    addButton(u"copyCard"_s, tr("Copy"), [this] {
        QGuiApplication::clipboard()->setText(factsAsText(m_region, m_now, m_zone));
    });

    m_facts->setHorizontalSpacing(2 * kGrid);
    m_facts->setVerticalSpacing(kGrid / 2);
    m_services->setHorizontalSpacing(3 * kGrid);
    m_services->setVerticalSpacing(kGrid / 2);
    m_services->setColumnStretch(kErrorColumn, 1);
    const QStringList titles = serviceFactTitles();
    for (int column = 0; column < titles.size(); ++column) {
        auto *title = new QLabel(titles.at(column), this);
        title->setFont(smallFont(font()));
        m_mutedLabels.append(title);
        m_services->addWidget(title, 0, column, alignmentOf(column));
    }

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, kGrid + 4, 2 * kGrid, kGrid + 4);
    column->setSpacing(kGrid + 4);
    column->addLayout(header);
    column->addLayout(m_facts);
    column->addLayout(m_services);
}

void RegionCard::setRegion(const RegionOverview &region, const QDateTime &utcNow,
                           models::TimeZoneChoice zone)
{
    m_region = region;
    m_now = utcNow;
    m_zone = zone;
    m_title->setText(region.profile.name);
    QString subtitle = u"%1 · %2"_s.arg(region.profile.region, region.line);
    if (region.profile.production)
        subtitle = tr("PRODUCTION · %1").arg(subtitle);
    m_subtitle->setText(subtitle);
    setAccessibleName(region.profile.name);
    m_signIn->setVisible(offersSignIn(region.status, utcNow));

    const QList<RegionFact> facts = regionFacts(region, utcNow, zone);
    for (int i = 0; i < facts.size(); ++i) {
        if (i >= m_factValues.size()) {
            auto *label = new QLabel(facts.at(i).label, this);
            m_mutedLabels.append(label);
            setMuted(label);
            QLabel *value = makeValue(u"fact_%1"_s.arg(i));
            const int column = i / kFactRows * 2;
            value->setWordWrap(true);
            m_facts->addWidget(label, i % kFactRows, column, Qt::AlignTop);
            m_facts->addWidget(value, i % kFactRows, column + 1, Qt::AlignTop);
            m_facts->setColumnStretch(column + 1, 1);
            m_factValues.append(value);
        }
        m_factValues.at(i)->setText(facts.at(i).value);
        m_factValues.at(i)->setToolTip(facts.at(i).toolTip);
    }

    const QList<ServiceFacts> services = serviceFacts(region, utcNow, zone);
    for (int row = 0; row < services.size(); ++row) {
        const ServiceFacts &service = services.at(row);
        const QStringList texts{service.name,        service.endpoint,  service.calls,
                                service.failed,      service.throttled, service.metrics,
                                service.lastSuccess, service.lastError};
        if (row >= m_cells.size()) {
            QList<QLabel *> cells;
            for (int column = 0; column < texts.size(); ++column) {
                QLabel *cell = makeValue(u"api_%1_%2"_s.arg(row).arg(column));
                cell->setWordWrap(column == kErrorColumn);
                m_services->addWidget(cell, row + 1, column, alignmentOf(column));
                cells.append(cell);
            }
            m_cells.append(cells);
        }
        for (int column = 0; column < texts.size(); ++column)
            m_cells.at(row).at(column)->setText(texts.at(column));
        QLabel *error = m_cells.at(row).at(kErrorColumn);
        error->setToolTip(service.errorDetails);
        QPalette palette = error->palette();
        palette.setColor(QPalette::WindowText,
                         service.errorIsCurrent ? m_theme.warning : m_theme.textMuted);
        error->setPalette(palette);
    }
    update();
}

void RegionCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.border);
    painter.setBrush(m_theme.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (m_region.profile.production || !m_region.profile.color.isEmpty())
        painter.fillRect(QRect(1, 3, 4, height() - 6),
                         m_theme.profileColor(m_region.profile.color, m_theme.production));
    paintStateShape(
        &painter,
        QRectF(2 * kGrid, m_title->geometry().center().y() - kShape / 2.0, kShape, kShape),
        m_region.level, m_theme);
}

void RegionCard::setMuted(QLabel *label) const
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, m_theme.textMuted);
    label->setPalette(palette);
}

void RegionCard::applyColors()
{
    for (QLabel *label : std::as_const(m_mutedLabels))
        setMuted(label);
}

void RegionCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

} // namespace tallylight::ui
