<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChannelDetail</name>
    <message numerus="yes">
        <source>and %Ln earlier one(s)</source>
        <translation>
            <numerusform>and %Ln earlier one</numerusform>
            <numerusform>and %Ln earlier ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostText</name>
    <message numerus="yes">
        <source>%Ln metrics left out by the budget</source>
        <translation>
            <numerusform>%Ln metric left out by the budget</numerusform>
            <numerusform>%Ln metrics left out by the budget</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln metrics are asked for less often.</source>
        <translation>
            <numerusform>%Ln metric is asked for less often.</numerusform>
            <numerusform>%Ln metrics are asked for less often.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln metrics are not asked for.</source>
        <translation>
            <numerusform>%Ln metric is not asked for.</numerusform>
            <numerusform>%Ln metrics are not asked for.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n pipeline(s) running</source>
        <translation>
            <numerusform>%n pipeline running</numerusform>
            <numerusform>%n pipelines running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) set</source>
        <translation>
            <numerusform>%n alert set</numerusform>
            <numerusform>%n alerts set</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::app::ExportRun</name>
    <message numerus="yes">
        <source>%n more call(s) failed as well.</source>
        <comment>export, on standard error</comment>
        <translation>
            <numerusform>%n more call failed as well.</numerusform>
            <numerusform>%n more calls failed as well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::ui::BundleDialog</name>
    <message numerus="yes">
        <source>%n file(s), %1. Leave out what you would rather keep.</source>
        <translation>
            <numerusform>%n file, %1. Leave out what you would rather keep.</numerusform>
            <numerusform>%n files, %1. Leave out what you would rather keep.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::ui::CallsWindow</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n call(s)</source>
        <extracomment>%1 of %n calls are shown</extracomment>
        <translation>
            <numerusform>%1 of %n call</numerusform>
            <numerusform>%1 of %n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not kept while paused</source>
        <translation>
            <numerusform>%n not kept while paused</numerusform>
            <numerusform>%n not kept while paused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ConnectionTestPanel</name>
    <message numerus="yes">
        <source>%n channel(s)</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n input</numerusform>
            <numerusform>%n inputs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::ui::FilterBar</name>
    <message numerus="yes">
        <source>%1: %Ln chosen</source>
        <extracomment>A filter button: what it filters by, and how many values are chosen.</extracomment>
        <translation>
            <numerusform>%1: %Ln chosen</numerusform>
            <numerusform>%1: %Ln chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more; type one into the filter field</source>
        <translation>
            <numerusform>… and %Ln more; type one into the filter field</numerusform>
            <numerusform>… and %Ln more; type one into the filter field</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::ui::HealthChart</name>
    <message numerus="yes">
        <source>Leg %1: newest %2, least %3, most %4, %n gap(s)</source>
        <extracomment>%1 is the number of a pipeline, 0 or 1; %2 to %4 are values with their unit</extracomment>
        <translation>
            <numerusform>Leg %1: newest %2, least %3, most %4, %n gap</numerusform>
            <numerusform>Leg %1: newest %2, least %3, most %4, %n gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::ui::HealthChartBar</name>
    <message numerus="yes">
        <source>%n metric(s) shown</source>
        <extracomment>Tool tip of the button that opens the list of metrics</extracomment>
        <translation>
            <numerusform>%n metric shown</numerusform>
            <numerusform>%n metrics shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::ui::HealthChartPanel</name>
    <message numerus="yes">
        <source>the first %n selected channel(s)</source>
        <translation>
            <numerusform>the first %n selected channel</numerusform>
            <numerusform>the first %n selected channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected channel(s) not running</source>
        <translation>
            <numerusform>%n selected channel not running</numerusform>
            <numerusform>%n selected channels not running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a load asks CloudWatch for at least %n metric(s), one per output group, which AWS bills</source>
        <translation>
            <numerusform>a load asks CloudWatch for at least %n metric, one per output group, which AWS bills</numerusform>
            <numerusform>a load asks CloudWatch for at least %n metrics, one per output group, which AWS bills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a load asks CloudWatch for %n metric(s), which AWS bills</source>
        <translation>
            <numerusform>a load asks CloudWatch for %n metric, which AWS bills</numerusform>
            <numerusform>a load asks CloudWatch for %n metrics, which AWS bills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first of %n selected channel(s)</source>
        <extracomment>Beside the charts of one channel while %n are selected</extracomment>
        <translation>
            <numerusform>the first of %n selected channel</numerusform>
            <numerusform>the first of %n selected channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CloudWatch was asked for %n metric(s), which AWS bills</source>
        <translation>
            <numerusform>CloudWatch was asked for %n metric, which AWS bills</numerusform>
            <numerusform>CloudWatch was asked for %n metrics, which AWS bills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CloudWatch was asked for %n metric(s) with free requests</source>
        <translation>
            <numerusform>CloudWatch was asked for %n metric with free requests</numerusform>
            <numerusform>CloudWatch was asked for %n metrics with free requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ImportDialog</name>
    <message numerus="yes">
        <source>Import %n region(s)</source>
        <translation>
            <numerusform>Import %n region</numerusform>
            <numerusform>Import %n regions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n AWS profile(s) could not be searched</source>
        <translation>
            <numerusform>%n AWS profile could not be searched</numerusform>
            <numerusform>%n AWS profiles could not be searched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::ui::MessageBar</name>
    <message numerus="yes">
        <source>… and %Ln more messages</source>
        <translation>
            <numerusform>… and %Ln more message</numerusform>
            <numerusform>… and %Ln more messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::ui::SidebarModel</name>
    <message numerus="yes">
        <source>%Ln regions</source>
        <translation>
            <numerusform>%Ln region</numerusform>
            <numerusform>%Ln regions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%1 · reading, %Ln items so far</source>
        <translation>
            <numerusform>%1 · reading, %Ln item so far</numerusform>
            <numerusform>%1 · reading, %Ln items so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::ui::TablePage</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <extracomment>Number of rows of a table, none of them hidden.</extracomment>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are hidden by them.</source>
        <translation>
            <numerusform>%Ln row is hidden by them.</numerusform>
            <numerusform>%Ln rows are hidden by them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln items read so far.</source>
        <translation>
            <numerusform>%Ln item read so far.</numerusform>
            <numerusform>%Ln items read so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows written to %1.</source>
        <translation>
            <numerusform>%Ln row written to %1.</numerusform>
            <numerusform>%Ln rows written to %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
