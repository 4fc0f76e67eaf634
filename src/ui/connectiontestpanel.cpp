// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectiontestpanel.h"

#include "core/iampolicy.h"
#include "core/redact.h"
#include "models/errortext.h"
#include "models/timeformat.h"
#include "models/words.h"
#include "ui/mfaprompt.h"
#include "ui/statemark.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QIcon>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace tallylight::ui {

using namespace Qt::StringLiterals;
using models::StateLevel;
using monitor::TestResult;
using monitor::TestStep;

namespace {

constexpr int kShape = 16;

StateLevel levelOf(const TestResult &result)
{
    switch (result.outcome) {
    case TestResult::Outcome::Passed:
        return StateLevel::Ok;
    case TestResult::Outcome::Failed:
        return StateLevel::Critical;
    case TestResult::Outcome::Skipped:
        return StateLevel::Idle;
    }
    return StateLevel::Unknown;
}

/// What a passed step has brought to light.
QString factOf(const TestResult &result)
{
    const int count = result.detail.toInt();
    switch (result.step) {
    case TestStep::ListChannels:
        return ConnectionTestPanel::tr("%n channel(s)", nullptr, count);
    case TestStep::ListInputs:
        return ConnectionTestPanel::tr("%n input(s)", nullptr, count);
    case TestStep::ClockCheck:
        if (result.clockOffsetSeconds == 0)
            return ConnectionTestPanel::tr("in step with AWS");
        return ConnectionTestPanel::tr("off by %1, which AWS accepts")
            .arg(models::formatAge(std::chrono::seconds(std::abs(result.clockOffsetSeconds))));
    case TestStep::Identity:
        if (result.caller)
            //: %1 is an AWS account number, %2 the ARN of a user or role
            return ConnectionTestPanel::tr("account %1, %2")
                .arg(result.caller->account, result.caller->arn);
        break;
    default:
        break;
    }
    return result.detail;
}

QLabel *makeText(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

QString testStepName(TestStep step)
{
    switch (step) {
    case TestStep::Names:
        return ConnectionTestPanel::tr("Host names");
    case TestStep::Tls:
        return ConnectionTestPanel::tr("Connection and certificate");
    case TestStep::ClockCheck:
        return ConnectionTestPanel::tr("This computer's clock");
    case TestStep::Signature:
        return ConnectionTestPanel::tr("Keys and signature");
    case TestStep::Identity:
        return ConnectionTestPanel::tr("Who the keys belong to");
    case TestStep::ListChannels:
        return ConnectionTestPanel::tr("List channels");
    case TestStep::ListInputs:
        return ConnectionTestPanel::tr("List inputs");
    case TestStep::DescribeInput:
        return ConnectionTestPanel::tr("Describe an input");
    case TestStep::DescribeThumbnails:
        return ConnectionTestPanel::tr("Fetch a thumbnail");
    case TestStep::DescribeChannel:
        return ConnectionTestPanel::tr("Describe a channel");
    case TestStep::ListAlerts:
        return ConnectionTestPanel::tr("List alerts");
    case TestStep::ListMetrics:
        return ConnectionTestPanel::tr("List metrics");
    case TestStep::GetMetricData:
        return ConnectionTestPanel::tr("Read metrics");
    case TestStep::GetMetricStatistics:
        return ConnectionTestPanel::tr("Read metrics with free requests");
    case TestStep::DescribeAlarms:
        return ConnectionTestPanel::tr("List CloudWatch alarms");
    }
    return {};
}

ConnectionTestPanel::ConnectionTestPanel(const Clock &clock, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_theme(theme)
{
    setObjectName(u"connectionTestPanel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(makeButtons());
    m_prompt = new MfaPrompt(theme, this, MfaPrompt::Shape::Block);
    column->addWidget(m_prompt);
    makeLines();
    column->addWidget(m_steps);
    makePolicy();
    column->addWidget(m_policy);
    reset();
}

ConnectionTestPanel::~ConnectionTestPanel() = default;

QWidget *ConnectionTestPanel::makeButtons()
{
    auto *box = new QWidget(this);
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    const auto button = [&](const QString &text, const QString &name) {
        auto *made = new QPushButton(text, box);
        made->setObjectName(name);
        made->setAutoDefault(false);
        return made;
    };
    m_testButton = button(tr("Test connection"), u"testButton"_s);
    m_cancelButton = button(tr("Stop"), u"testCancel"_s);
    m_cancelButton->setAccessibleName(tr("Stop the connection test"));
    m_summary = makeText(box);
    m_summary->setObjectName(u"testSummary"_s);
    m_summary->setWordWrap(true);
    m_copyButton = button(tr("Copy report"), u"copyReport"_s);
    m_policyButton = button(tr("IAM policy"), u"showPolicy"_s);
    m_policyButton->setCheckable(true);
    m_policyButton->setToolTip(
        tr("The permissions Tallylight needs, to paste into the IAM console"));
    line->addWidget(m_testButton);
    line->addWidget(m_cancelButton);
    line->addWidget(m_summary, 1);
    line->addWidget(m_copyButton);
    line->addWidget(m_policyButton);
    connect(m_testButton, &QPushButton::clicked, this, &ConnectionTestPanel::testRequested);
    connect(m_cancelButton, &QPushButton::clicked, this, &ConnectionTestPanel::cancel);
    connect(m_copyButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(report()); });
    connect(m_policyButton, &QPushButton::toggled, this,
            [this](bool shown) { m_policy->setVisible(shown); });
    return box;
}

void ConnectionTestPanel::makeLines()
{
    m_steps = new QWidget(this);
    m_steps->setObjectName(u"testSteps"_s);
    auto *grid = new QGridLayout(m_steps);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kGrid);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const TestStep step : monitor::ConnectionTest::steps()) {
        StepLine line;
        line.shape = new StateMark(m_theme, kShape, m_steps);
        line.shape->setFixedSize(kShape, kShape);
        line.name = makeText(m_steps);
        line.name->setText(testStepName(step));
        line.outcome = makeText(m_steps);
        line.outcome->setObjectName(u"testOutcome%1"_s.arg(static_cast<int>(step)));
        line.outcome->setWordWrap(true);
        line.advice = makeText(m_steps);
        line.advice->setObjectName(u"testAdvice%1"_s.arg(static_cast<int>(step)));
        line.advice->setWordWrap(true);
        line.advice->setContentsMargins(0, 0, 0, kGrid / 2);
        grid->addWidget(line.shape, row, 0);
        grid->addWidget(line.name, row, 1);
        grid->addWidget(line.outcome, row, 2);
        grid->addWidget(line.advice, row + 1, 1, 1, 2);
        row += 2;
        m_lines.insert(step, line);
    }
}

void ConnectionTestPanel::makePolicy()
{
    m_policy = new QWidget(this);
    m_policy->setObjectName(u"policyBox"_s);
    auto *column = new QVBoxLayout(m_policy);
    column->setContentsMargins(0, 0, 0, 0);
    auto *words = makeText(m_policy);
    words->setWordWrap(true);
    words->setText(tr("All that Tallylight needs, and only to read. Paste it into a new policy in "
                      "the IAM console and attach that to the user or role."));
    column->addWidget(words);
    auto *text = new QPlainTextEdit(QString::fromUtf8(readOnlyIamPolicy()), m_policy);
    text->setObjectName(u"iamPolicyText"_s);
    text->setAccessibleName(tr("IAM policy"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFixedHeight(text->fontMetrics().lineSpacing() * 19);
    column->addWidget(text);
    auto *copy = new QPushButton(tr("Copy policy"), m_policy);
    copy->setObjectName(u"copyPolicy"_s);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [] { QGuiApplication::clipboard()->setText(QString::fromUtf8(readOnlyIamPolicy())); });
    column->addWidget(copy, 0, Qt::AlignLeft);
    m_policy->hide();
}

void ConnectionTestPanel::setObstacle(const QString &reason)
{
    m_obstacle = reason;
    updateButtons();
}

void ConnectionTestPanel::setRemark(const QString &text)
{
    m_summary->setText(text);
}

void ConnectionTestPanel::reset()
{
    if (m_test) {
        m_test->disconnect(this);
        m_test->deleteLater();
        m_test = nullptr;
    }
    m_results.clear();
    for (StepLine &line : m_lines)
        showLine(line, StateLevel::None, {}, {});
    m_steps->hide();
    m_policyButton->setChecked(false);
    m_prompt->dismiss();
    m_summary->clear();
    updateButtons();
}

void ConnectionTestPanel::run(const Profile &profile, const Credentials &credentials,
                              const monitor::ProxyPasswords &proxies)
{
    reset();
    m_profile = profile;
    for (StepLine &line : m_lines)
        showLine(line, StateLevel::Idle, tr("waiting"), {});
    m_steps->show();
    m_test = new monitor::ConnectionTest(profile, credentials, m_clock, proxies, this);
    connect(m_test, &monitor::ConnectionTest::stepStarted, this, &ConnectionTestPanel::showStarted);
    connect(m_test, &monitor::ConnectionTest::stepFinished, this, &ConnectionTestPanel::showResult);
    connect(m_test, &monitor::ConnectionTest::finished, this, &ConnectionTestPanel::finish);
    connect(m_test, &monitor::ConnectionTest::callFinished, this,
            [this, id = profile.id](const CallRecord &record) { Q_EMIT callFinished(id, record); });
    m_summary->setText(tr("Testing…"));
    updateButtons();
    m_test->start();
}

void ConnectionTestPanel::cancel()
{
    if (m_test)
        m_test->cancel();
}

void ConnectionTestPanel::showStarted(TestStep step)
{
    //: A step of the connection test is being carried out
    showLine(m_lines[step], StateLevel::None, tr("asking…"), {});
    //: Progress of the connection test: %1 of %2 steps
    m_summary->setText(tr("Testing, step %1 of %2…").arg(m_results.size() + 1).arg(m_lines.size()));
}

QString ConnectionTestPanel::outcomeText(const TestResult &result) const
{
    switch (result.outcome) {
    case TestResult::Outcome::Failed:
        //: Outcome of a test step; %1 is what went wrong
        return result.error ? tr("failed: %1").arg(models::errorTitle(*result.error))
                            : tr("failed");
    case TestResult::Outcome::Skipped: {
        if (result.error)
            return tr("not allowed, and not needed");
        const bool needsChannel
            = result.step == TestStep::DescribeChannel || result.step == TestStep::ListAlerts;
        const bool passedBefore = this->result(TestStep::Signature).has_value()
            && this->result(TestStep::Signature)->outcome == TestResult::Outcome::Passed;
        if (result.step == TestStep::DescribeInput && passedBefore)
            return tr("not asked: there is no input");
        if (result.step == TestStep::DescribeThumbnails && passedBefore)
            return tr("not asked: no channel is running");
        const auto channels = this->result(TestStep::ListChannels);
        if (needsChannel && channels && channels->outcome == TestResult::Outcome::Passed)
            return tr("not asked: there is no channel");
        return tr("not asked");
    }
    case TestResult::Outcome::Passed:
        break;
    }
    const QString fact = factOf(result);
    //: Outcome of a test step; %1 is a fact it brought, such as "24 channels"
    return fact.isEmpty() ? tr("passed") : tr("passed: %1").arg(fact);
}

void ConnectionTestPanel::showResult(const TestResult &result)
{
    m_results.append(result);
    StepLine &line = m_lines[result.step];
    const bool failed = result.outcome == TestResult::Outcome::Failed;
    showLine(line, levelOf(result), outcomeText(result),
             failed && result.error ? models::errorAdvice(*result.error) : QString());
    line.outcome->setToolTip(result.error ? models::errorDetails(*result.error) : QString());
}

void ConnectionTestPanel::showLine(StepLine &line, StateLevel level, const QString &outcome,
                                   const QString &advice)
{
    line.level = level;
    line.outcome->setText(outcome);
    line.advice->setText(advice);
    line.advice->setVisible(!advice.isEmpty());
    line.name->setAccessibleName(
        QStringList{line.name->text(), outcome, advice}.join(u' ').simplified());
    line.shape->setLevel(level);
    applyColors();
}

void ConnectionTestPanel::finish()
{
    int passed = 0;
    int failed = 0;
    int skipped = 0;
    bool forbidden = false;
    for (const TestResult &result : std::as_const(m_results)) {
        passed += result.outcome == TestResult::Outcome::Passed;
        const bool hasFailed = result.outcome == TestResult::Outcome::Failed;
        failed += hasFailed;
        skipped += result.outcome == TestResult::Outcome::Skipped && !result.error;
        forbidden
            |= hasFailed && result.error && result.error->category == ErrorCategory::Forbidden;
    }
    if (failed == 0 && skipped == 0)
        m_summary->setText(tr("Everything works."));
    else
        //: Result of the connection test: numbers of steps
        m_summary->setText(
            tr("%1 passed, %2 failed, %3 not asked").arg(passed).arg(failed).arg(skipped));
    m_test->deleteLater();
    m_test = nullptr;
    updateButtons();
    if (forbidden)
        m_policyButton->setChecked(true);
    Q_EMIT finished();
}

void ConnectionTestPanel::updateButtons()
{
    m_testButton->setEnabled(m_obstacle.isEmpty() && !isRunning());
    m_testButton->setToolTip(m_obstacle);
    m_cancelButton->setVisible(isRunning());
    m_copyButton->setVisible(!m_results.isEmpty() && !isRunning());
}

std::optional<TestResult> ConnectionTestPanel::result(TestStep step) const
{
    for (const TestResult &result : m_results) {
        if (result.step == step)
            return result;
    }
    return std::nullopt;
}

QString ConnectionTestPanel::report() const
{
    QStringList lines;
    lines << u"Tallylight %1, %2, %3"_s.arg(
        QStringLiteral(TALLYLIGHT_VERSION), m_profile.region,
        models::formatTime(m_clock.utcNow(), models::TimeZoneChoice::Utc));
    for (const Service service : {Service::MediaLive, Service::CloudWatch, Service::Sts})
        lines << signingName(service) + u": "_s
                + m_profile.endpoint(service).toString(QUrl::RemoveUserInfo);
    for (const TestResult &result : m_results) {
        lines << u"%1: %2"_s.arg(testStepName(result.step), outcomeText(result));
        if (result.error)
            lines << u"    "_s + result.error->toLogLine();
    }
    return redact(lines.join(u'\n')) + u'\n';
}

void ConnectionTestPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_steps)
        applyColors();
}

void ConnectionTestPanel::applyColors()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme.textMuted);
    for (const StepLine &line : std::as_const(m_lines)) {
        line.advice->setPalette(muted);
        line.outcome->setPalette(line.level == StateLevel::Idle ? muted : palette());
    }
}

} // namespace tallylight::ui
