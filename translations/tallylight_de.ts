<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AlertWords</name>
    <message>
        <source>Pipeline %1</source>
        <extracomment>%1 is the number of one of a channel&apos;s two pipelines, 0 or 1</extracomment>
        <translation>Pipeline %1</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>There is no profile &quot;%1&quot;.</source>
        <translation>Es gibt kein Profil „%1“.</translation>
    </message>
    <message>
        <source>The profiles in %1 can&apos;t be used: %2</source>
        <translation>Die Profile in %1 sind nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>There are no profiles yet; open the window and add a region.</source>
        <translation>Noch gibt es keine Profile; öffnen Sie das Fenster und fügen Sie eine Region hinzu.</translation>
    </message>
    <message>
        <source>The table can&apos;t be written to %1.</source>
        <translation>Die Tabelle kann nicht nach %1 geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Tallylight.</source>
        <translation>%1 wurde von einer neueren Version von Tallylight geschrieben.</translation>
    </message>
    <message>
        <source>The file is kept as %1.</source>
        <translation>Die Datei liegt jetzt unter %1.</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>die Standardausgabe</translation>
    </message>
    <message>
        <source>There is no display to open a window on. --screenshot and --export need none.</source>
        <translation>Es gibt keine Anzeige für ein Fenster. --screenshot und --export brauchen keine.</translation>
    </message>
</context>
<context>
    <name>AwsProfileText</name>
    <message>
        <source>too large to be what it should be</source>
        <translation>zu groß für das, was sie sein soll</translation>
    </message>
    <message>
        <source>something stands before the first [section]</source>
        <extracomment>[section] is a heading in a configuration file</extracomment>
        <translation>etwas steht vor dem ersten [Abschnitt]</translation>
    </message>
    <message>
        <source>a line without “=”</source>
        <translation>eine Zeile ohne „=“</translation>
    </message>
    <message>
        <source>the name of a [section] has no end</source>
        <translation>der Name eines [Abschnitts] hat kein Ende</translation>
    </message>
    <message>
        <source>not a text file in UTF-8</source>
        <translation>keine Textdatei in UTF-8</translation>
    </message>
    <message>
        <source>The shared AWS files have no profile “%1”.</source>
        <extracomment>%1 is a profile in the files the AWS command line uses; likewise below</extracomment>
        <translation>Die gemeinsamen AWS-Dateien enthalten kein Profil „%1“.</translation>
    </message>
    <message>
        <source>The AWS profile “%1” says nothing about credentials.</source>
        <translation>Das AWS-Profil „%1“ sagt nichts über Zugangsdaten.</translation>
    </message>
    <message>
        <source>The AWS profile “%1” lacks %2.</source>
        <extracomment>%2 is a key of a configuration file</extracomment>
        <translation>Im AWS-Profil „%1“ fehlt %2.</translation>
    </message>
    <message>
        <source>The AWS profile “%1” leads back to itself by source_profile.</source>
        <translation>Das AWS-Profil „%1“ führt über source_profile zu sich selbst zurück.</translation>
    </message>
    <message>
        <source>Too many roles lead to the AWS profile “%1”.</source>
        <translation>Zu viele Rollen führen zum AWS-Profil „%1“.</translation>
    </message>
    <message>
        <source>The AWS profile “%1” has a role_arn but neither source_profile nor credential_source.</source>
        <translation>Das AWS-Profil „%1“ hat role_arn, aber weder source_profile noch credential_source.</translation>
    </message>
    <message>
        <source>The AWS profile “%1” has both source_profile and credential_source; only one may be there.</source>
        <translation>Das AWS-Profil „%1“ hat source_profile und credential_source; nur eines davon darf dort stehen.</translation>
    </message>
    <message>
        <source>The AWS profile “%1” has an unknown credential_source.</source>
        <translation>Das AWS-Profil „%1“ hat eine unbekannte credential_source.</translation>
    </message>
    <message>
        <source>The AWS profile “%1” takes its credentials from %2, which only computers at AWS have.</source>
        <extracomment>%2 is Ec2InstanceMetadata or EcsContainer</extracomment>
        <translation>Das AWS-Profil „%1“ bezieht seine Zugangsdaten von %2, was es nur auf Rechnern bei AWS gibt.</translation>
    </message>
    <message>
        <source>In the AWS profile “%1”, duration_seconds is not a number from 900 to 43200.</source>
        <translation>Im AWS-Profil „%1“ ist duration_seconds keine Zahl von 900 bis 43200.</translation>
    </message>
    <message>
        <source>The AWS profile “%1” names the sso-session “%2”, which the files don&apos;t have.</source>
        <extracomment>%2 is the name of a section</extracomment>
        <translation>Das AWS-Profil „%1“ nennt die sso-session „%2“, die es in den Dateien nicht gibt.</translation>
    </message>
    <message>
        <source>The AWS profile “%1” uses web_identity_token_file, which Tallylight can&apos;t.</source>
        <translation>Das AWS-Profil „%1“ verwendet web_identity_token_file; das kann Tallylight nicht.</translation>
    </message>
    <message>
        <source>The AWS profile “%1” uses “aws login”, which Tallylight can&apos;t; use IAM Identity Center or credential_process.</source>
        <translation>Das AWS-Profil „%1“ verwendet „aws login“; das kann Tallylight nicht. Verwenden Sie IAM Identity Center oder credential_process.</translation>
    </message>
    <message>
        <source>%1, line %2: %3.</source>
        <extracomment>%1 is a file, %2 a line&apos;s number, %3 what is wrong</extracomment>
        <translation>%1, Zeile %2: %3.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <extracomment>%1 is a file, %2 what is wrong</extracomment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>http:// is allowed only for this computer itself</source>
        <translation>http:// ist nur für diesen Computer selbst erlaubt</translation>
    </message>
    <message>
        <source>it must be host and port only, without a path or a user name</source>
        <translation>es dürfen nur Host und Port sein, ohne Pfad und Benutzernamen</translation>
    </message>
    <message>
        <source>it is not of the form https://host or https://host:port</source>
        <translation>es hat nicht die Form https://host oder https://host:port</translation>
    </message>
    <message>
        <source>AWS profile “%1”: %2 can&apos;t be used for %3; %4.</source>
        <extracomment>%1 is a profile in the files the AWS command line uses, %2 a key of such a file or an environment variable, %3 a service such as MediaLive, %4 says why</extracomment>
        <translation>AWS-Profil „%1“: %2 ist für %3 nicht verwendbar; %4.</translation>
    </message>
</context>
<context>
    <name>Backend</name>
    <message>
        <source>There is no demo scenario &quot;%1&quot;; there are %2.</source>
        <translation>Es gibt kein Demo-Szenario „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>No temporary folder for the demo: %1</source>
        <translation>Kein temporärer Ordner für die Demo: %1</translation>
    </message>
    <message>
        <source>The demo region can&apos;t be opened: %1</source>
        <translation>Die Demo-Region kann nicht geöffnet werden: %1</translation>
    </message>
</context>
<context>
    <name>BandText</name>
    <message>
        <source>all the time</source>
        <translation>die ganze Zeit</translation>
    </message>
    <message>
        <source>until %1</source>
        <extracomment>Something that began before anybody looked; %1 is a time with its zone</extracomment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <extracomment>Something that still lasts; %1 is a time with its zone</extracomment>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <extracomment>A span; %1 and %2 are times with their zone</extracomment>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>of unknown type</source>
        <translation>unbekannte Art</translation>
    </message>
    <message>
        <source>Alert: %1</source>
        <extracomment>%1 is the number of a pipeline, %2 AWS&apos;s words for the alert</extracomment>
        <translation>Alert: %1</translation>
    </message>
    <message>
        <source>Alert on leg %1: %2</source>
        <translation>Alert auf Pipeline %1: %2</translation>
    </message>
    <message>
        <source>set %1</source>
        <extracomment>The time an alert was set; %1 is a time with its zone</extracomment>
        <translation>Beginn %1</translation>
    </message>
    <message>
        <source>still set</source>
        <translation>steht noch an</translation>
    </message>
    <message>
        <source>cleared %1</source>
        <translation>Ende %1</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>Channel state</source>
        <translation>Kanalstatus</translation>
    </message>
    <message>
        <source>Not observed</source>
        <translation>Nicht beobachtet</translation>
    </message>
    <message>
        <source>Channel: %1, %2</source>
        <extracomment>%1 is a channel&apos;s state (&quot;Recovering&quot;), %2 a span of time</extracomment>
        <translation>Kanal: %1, %2</translation>
    </message>
    <message>
        <source>Not observed %1</source>
        <extracomment>%1 is a span of time in which Tallylight did not look</extracomment>
        <translation>Nicht beobachtet %1</translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message>
        <source>OK</source>
        <extracomment>A call to AWS has succeeded</extracomment>
        <translation>OK</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>A duration in milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A duration in seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>not known yet</source>
        <extracomment>Of a server&apos;s clock</extracomment>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>in step</source>
        <extracomment>A server&apos;s clock agrees with this computer&apos;s</extracomment>
        <translation>im Gleichlauf</translation>
    </message>
    <message>
        <source>this computer is %1 behind</source>
        <extracomment>This computer&apos;s clock against a server&apos;s; %1 is a duration</extracomment>
        <translation>dieser Computer geht %1 nach</translation>
    </message>
    <message>
        <source>this computer is %1 ahead</source>
        <translation>dieser Computer geht %1 vor</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Metrics asked for</source>
        <translation>Gefragte Metriken</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Request-ID</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>It succeeded. More than one request was sent: an answer of several pages, or an attempt that failed first.</source>
        <translation>Erfolgreich. Es wurde mehr als eine Anfrage gesendet: eine Antwort aus mehreren Seiten oder zuvor ein gescheiterter Versuch.</translation>
    </message>
    <message>
        <source>It succeeded.</source>
        <translation>Erfolgreich.</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>Fehlercode</translation>
    </message>
    <message>
        <source>In its own words</source>
        <extracomment>What a server or the network layer said about an error</extracomment>
        <translation>Im Wortlaut</translation>
    </message>
    <message>
        <source>Missing permission</source>
        <translation>Fehlende Berechtigung</translation>
    </message>
</context>
<context>
    <name>ChannelDetail</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>An input: %1 is its name, %2 its id</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>wird abgefragt…</translation>
    </message>
    <message>
        <source>Active input</source>
        <translation>Aktiver Eingang</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>In the place of alerts: there are none</extracomment>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <extracomment>A value and the time since it was true: %1 the value, %2 a length of time</extracomment>
        <translation>%1, vor %2</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <extracomment>An alert: %1 is its kind, %2 the time it was set</extracomment>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>not running</source>
        <extracomment>In the place of alerts</extracomment>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>not known</source>
        <extracomment>In the place of alerts</extracomment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Input, out of date: %1 old</source>
        <extracomment>Below the picture of what a leg receives; %1 is a length of time</extracomment>
        <translation>Eingang, veraltet: %1 alt</translation>
    </message>
    <message>
        <source>Input, %1 ago</source>
        <translation>Eingang, vor %1</translation>
    </message>
    <message>
        <source>No picture: the channel is not running.</source>
        <translation>Kein Bild: Der Kanal läuft nicht.</translation>
    </message>
    <message>
        <source>No picture: %1. %2</source>
        <extracomment>%1 is what is wrong, %2 what to do about it</extracomment>
        <translation>Kein Bild: %1. %2</translation>
    </message>
    <message>
        <source>No picture: thumbnails may be switched off in this channel, or no input has arrived.</source>
        <translation>Kein Bild: Vorschaubilder sind in diesem Kanal womöglich abgeschaltet, oder es ist kein Eingangssignal angekommen.</translation>
    </message>
    <message>
        <source>Waiting for a picture…</source>
        <translation>Warten auf ein Bild…</translation>
    </message>
    <message>
        <source>returns to the first when it is back</source>
        <translation>kehrt zum ersten zurück, sobald er wieder da ist</translation>
    </message>
    <message>
        <source>stays where it is</source>
        <translation>bleibt, wo er ist</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>leg %1</source>
        <extracomment>A channel&apos;s pipeline; %1 is 0 or 1</extracomment>
        <translation>Pipeline %1</translation>
    </message>
    <message>
        <source>%1, active on %2</source>
        <extracomment>An input: %1 is its name, %2 the legs that use it now</extracomment>
        <translation>%1, aktiv auf %2</translation>
    </message>
    <message>
        <source>fails over to %1</source>
        <translation>Failover auf %1</translation>
    </message>
    <message>
        <source>none attached</source>
        <translation>keine zugeordnet</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>Spezifikation</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Output groups</source>
        <translation>Ausgabegruppen</translation>
    </message>
    <message>
        <source>Egress addresses</source>
        <translation>Egress-Adressen</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <extracomment>An encoder engine: %1 is its version, %2 when AWS retires it</extracomment>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <extracomment>A weekly window: %1 is a weekday, %2 a time of day, always UTC</extracomment>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>%1 %2 UTC</source>
        <translation>%1 %2 UTC</translation>
    </message>
    <message>
        <source>Required by</source>
        <translation>Erforderlich bis</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Engine in use</source>
        <translation>Engine in Betrieb</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>Protokollstufe</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>ARN</source>
        <translation>ARN</translation>
    </message>
    <message>
        <source>%1 of %2 pipelines running</source>
        <translation>%1 von %2 Pipelines in Betrieb</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>How long ago a channel was seen; %1 is a length of time</extracomment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>out of date, %1 ago</source>
        <translation>veraltet, vor %1</translation>
    </message>
    <message>
        <source>No second leg</source>
        <translation>Keine zweite Pipeline</translation>
    </message>
    <message>
        <source>A single-pipeline channel has no redundancy.</source>
        <translation>Ein Kanal mit nur einer Pipeline hat keine Redundanz.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Probably not running</source>
        <translation>Läuft wahrscheinlich nicht</translation>
    </message>
    <message>
        <source>One leg is not running</source>
        <translation>Eine Pipeline läuft nicht</translation>
    </message>
    <message>
        <source>Switched by</source>
        <translation>Umgeschaltet durch</translation>
    </message>
    <message>
        <source>Alerts of the whole channel</source>
        <translation>Alerts des ganzen Kanals</translation>
    </message>
    <message>
        <source>paused</source>
        <extracomment>In the place of a value: nothing is asked for</extracomment>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>%1 (%2), %3 – %4</source>
        <extracomment>An alert that is over: %1 is its kind, %2 how it ended, %3 and %4 when it was set and ended</extracomment>
        <translation>%1 (%2), %3 – %4</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln earlier one(s)</source>
        <translation>
            <numerusform>und %Ln früherer</numerusform>
            <numerusform>und %Ln frühere</numerusform>
        </translation>
    </message>
    <message>
        <source>No picture: watching is paused.</source>
        <translation>Kein Bild: Die Überwachung ist pausiert.</translation>
    </message>
    <message>
        <source>Earlier alerts</source>
        <translation>Frühere Alerts</translation>
    </message>
</context>
<context>
    <name>ChartSheet</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>A span of time; %1 and %2 are times with their zone</extracomment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>ChartThresholds</name>
    <message>
        <source>critical above %1</source>
        <extracomment>Label of a line in a chart: values above it are judged critical; %1 is a number</extracomment>
        <translation>kritisch über %1</translation>
    </message>
    <message>
        <source>warning above %1</source>
        <extracomment>Label of a line in a chart: values above it are a warning</extracomment>
        <translation>Warnung über %1</translation>
    </message>
    <message>
        <source>critical from %1</source>
        <extracomment>Label of a line in a chart: this value and those above it are judged critical</extracomment>
        <translation>kritisch ab %1</translation>
    </message>
    <message>
        <source>warning from %1</source>
        <extracomment>Label of a line in a chart: this value and those above it are a warning</extracomment>
        <translation>Warnung ab %1</translation>
    </message>
    <message>
        <source>critical at %1</source>
        <extracomment>Label of a line in a chart: a value on it is judged critical; %1 is a number</extracomment>
        <translation>kritisch bei %1</translation>
    </message>
    <message>
        <source>warning at %1</source>
        <extracomment>Label of a line in a chart: a value on it is a warning</extracomment>
        <translation>Warnung bei %1</translation>
    </message>
    <message>
        <source>critical below %1</source>
        <extracomment>Label of a line in a chart: values below it are judged critical; %1 is a number</extracomment>
        <translation>kritisch unter %1</translation>
    </message>
    <message>
        <source>warning below %1</source>
        <extracomment>Label of a line in a chart: values below it are a warning</extracomment>
        <translation>Warnung unter %1</translation>
    </message>
    <message>
        <source>critical up to %1</source>
        <extracomment>Label of a line in a chart: this value and those below it are judged critical</extracomment>
        <translation>kritisch bis %1</translation>
    </message>
    <message>
        <source>warning up to %1</source>
        <extracomment>Label of a line in a chart: this value and those below it are a warning</extracomment>
        <translation>Warnung bis %1</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <extracomment>Label of a line in a chart: %1 is &quot;warning above 5&quot; or the like, %2 for how long it must be so, such as &quot;2 min&quot;</extracomment>
        <translation>%1 für %2</translation>
    </message>
</context>
<context>
    <name>ChartTicks</name>
    <message>
        <source>ddd d MMM</source>
        <extracomment>A day below a chart&apos;s time axis, as QLocale::toString() takes it: weekday, day, month. Example: Mon 23 Nov</extracomment>
        <translation>ddd d. MMM</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>The region profile this row was read with</source>
        <translation>Das Regionsprofil, mit dem diese Zeile gelesen wurde</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>AWS region</source>
        <translation>AWS-Region</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>The channel&apos;s name</source>
        <translation>Der Name des Kanals</translation>
    </message>
    <message>
        <source>Channel id</source>
        <translation>Kanal-ID</translation>
    </message>
    <message>
        <source>The channel&apos;s id</source>
        <translation>Die ID des Kanals</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>The alert&apos;s id; AWS uses it again when the channel restarts</source>
        <translation>Die ID des Alerts; AWS verwendet sie nach einem Neustart des Kanals wieder</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Which leg of the channel</source>
        <translation>Welche Pipeline des Kanals</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Whether the alert is set or cleared</source>
        <translation>Ob der Alert ansteht oder beendet ist</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>AWS&apos;s name for this kind of alert</source>
        <translation>Der Name dieser Art von Alert bei AWS</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>What AWS says about it</source>
        <translation>Was AWS dazu sagt</translation>
    </message>
    <message>
        <source>Set at</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>When the alert began</source>
        <translation>Wann der Alert begann</translation>
    </message>
    <message>
        <source>Cleared at</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>When the alert ended; empty while it is set</source>
        <translation>Wann der Alert endete; leer, solange er ansteht</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Time since this row was last seen on AWS</source>
        <translation>Zeit, seit diese Zeile zuletzt bei AWS gesehen wurde</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What the channel is doing, as AWS says</source>
        <translation>Was der Kanal tut, laut AWS</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Standard channels run two pipelines</source>
        <translation>Standardkanäle haben zwei Pipelines</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Pipelines</translation>
    </message>
    <message>
        <source>Healthy pipelines / pipelines of the channel&apos;s class</source>
        <translation>Gesunde Pipelines / Pipelines laut Kanalklasse</translation>
    </message>
    <message>
        <source>Pipelines expected</source>
        <translation>Pipelines erwartet</translation>
    </message>
    <message>
        <source>Pipelines of the channel&apos;s class</source>
        <translation>Pipelines laut Kanalklasse</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>The inputs attached, failover inputs included</source>
        <translation>Die zugeordneten Eingänge, auch die für Failover</translation>
    </message>
    <message>
        <source>Input specification</source>
        <translation>Eingangsspezifikation</translation>
    </message>
    <message>
        <source>Codec, resolution and bitrate the channel is built for</source>
        <translation>Codec, Auflösung und Bitrate, für die der Kanal ausgelegt ist</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Where the outputs go</source>
        <translation>Wohin die Ausgaben gehen</translation>
    </message>
    <message>
        <source>Egress IPs</source>
        <translation>Egress-IPs</translation>
    </message>
    <message>
        <source>Public addresses the outputs come from</source>
        <translation>Öffentliche Adressen, von denen die Ausgaben kommen</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>Protokollstufe</translation>
    </message>
    <message>
        <source>What the channel writes to CloudWatch Logs</source>
        <translation>Was der Kanal in CloudWatch Logs schreibt</translation>
    </message>
    <message>
        <source>Maintenance window</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>Weekly window for maintenance, in UTC</source>
        <translation>Wöchentliches Wartungsfenster, in UTC</translation>
    </message>
    <message>
        <source>Maintenance deadline</source>
        <translation>Wartungsfrist</translation>
    </message>
    <message>
        <source>Maintenance is required before this time</source>
        <translation>Vor diesem Zeitpunkt ist eine Wartung erforderlich</translation>
    </message>
    <message>
        <source>Engine version</source>
        <translation>Engine-Version</translation>
    </message>
    <message>
        <source>Version of the encoder engine asked for</source>
        <translation>Angeforderte Version der Encoder-Engine</translation>
    </message>
    <message>
        <source>Engine expiry</source>
        <translation>Engine-Ablauf</translation>
    </message>
    <message>
        <source>When AWS retires that engine version</source>
        <translation>Wann AWS diese Engine-Version abschaltet</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Tags as key=value</source>
        <translation>Tags als Schlüssel=Wert</translation>
    </message>
    <message>
        <source>ARN</source>
        <translation>ARN</translation>
    </message>
    <message>
        <source>Amazon Resource Name</source>
        <translation>Amazon Resource Name</translation>
    </message>
    <message>
        <source>Scheduled for %1</source>
        <extracomment>%1 is a time with its zone</extracomment>
        <translation>Geplant für %1</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <extracomment>%1 is the version of an encoder engine</extracomment>
        <translation>In Betrieb: %1</translation>
    </message>
    <message>
        <source>Which leg of the channel; empty when it does not run</source>
        <translation>Welche Pipeline des Kanals; leer, wenn er nicht läuft</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The verdict on this pipeline; Unknown while something needed to judge is missing or out of date</source>
        <translation>Die Bewertung dieser Pipeline; „Unbekannt“, solange etwas dafür Nötiges fehlt oder veraltet ist</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>What the verdict rests on, worst first</source>
        <translation>Worauf die Bewertung beruht, das Schlimmste zuerst</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>Alerts set on this pipeline, from MediaLive itself</source>
        <translation>Auf dieser Pipeline anstehende Alerts, direkt von MediaLive</translation>
    </message>
    <message>
        <source>Active alerts</source>
        <translation>Aktive Alerts</translation>
    </message>
    <message>
        <source>Alerts active in the newest period, from CloudWatch</source>
        <translation>Im neuesten Zeitabschnitt aktive Alerts, von CloudWatch</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>Frames per second of the input; 0 means that video came before and does not now</source>
        <translation>Bilder pro Sekunde am Eingang; 0 heißt, dass vorher Video kam und jetzt keines</translation>
    </message>
    <message>
        <source>Network in</source>
        <translation>Netz ein</translation>
    </message>
    <message>
        <source>Traffic into the pipeline, in Mbit/s</source>
        <translation>Datenverkehr in die Pipeline, in Mbit/s</translation>
    </message>
    <message>
        <source>Network out</source>
        <translation>Netz aus</translation>
    </message>
    <message>
        <source>Traffic out of the pipeline, in Mbit/s</source>
        <translation>Datenverkehr aus der Pipeline, in Mbit/s</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllbilder</translation>
    </message>
    <message>
        <source>For how long fill frames have replaced the input, in ms; counted up to 60,000</source>
        <translation>Wie lange Füllbilder den Eingang schon ersetzen, in ms; gezählt bis 60.000</translation>
    </message>
    <message>
        <source>Dropped frames</source>
        <translation>Verlorene Bilder</translation>
    </message>
    <message>
        <source>Frames dropped because the encoder can&apos;t keep up</source>
        <translation>Bilder, die verloren gehen, weil der Encoder nicht Schritt hält</translation>
    </message>
    <message>
        <source>SVQ</source>
        <translation>SVQ</translation>
    </message>
    <message>
        <source>Share of the time with quality reduced to keep up, in %</source>
        <translation>Anteil der Zeit, in der die Qualität verringert ist, um Schritt zu halten, in %</translation>
    </message>
    <message>
        <source>Active outputs</source>
        <translation>Aktive Ausgaben</translation>
    </message>
    <message>
        <source>Outputs written in the output group that writes fewest</source>
        <translation>Geschriebene Ausgaben in der Ausgabegruppe, die am wenigsten schreibt</translation>
    </message>
    <message>
        <source>4xx errors</source>
        <translation>4xx-Fehler</translation>
    </message>
    <message>
        <source>HTTP 4xx answers of the outputs&apos; destinations</source>
        <translation>HTTP-4xx-Antworten der Ausgabeziele</translation>
    </message>
    <message>
        <source>5xx errors</source>
        <translation>5xx-Fehler</translation>
    </message>
    <message>
        <source>HTTP 5xx answers of the outputs&apos; destinations</source>
        <translation>HTTP-5xx-Antworten der Ausgabeziele</translation>
    </message>
    <message>
        <source>Input loss</source>
        <translation>Eingangsverlust</translation>
    </message>
    <message>
        <source>Seconds without packets in the newest period</source>
        <translation>Sekunden ohne Pakete im neuesten Zeitabschnitt</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Whether both pipelines are frame-synchronised</source>
        <translation>Ob beide Pipelines bildgenau synchron sind</translation>
    </message>
    <message>
        <source>Primary input</source>
        <translation>Primäreingang</translation>
    </message>
    <message>
        <source>Whether the preferred input of a failover pair is on air</source>
        <translation>Ob der bevorzugte Eingang eines Failover-Paars auf Sendung ist</translation>
    </message>
    <message>
        <source>Active input</source>
        <translation>Aktiver Eingang</translation>
    </message>
    <message>
        <source>The input attachment this pipeline takes in now</source>
        <translation>Die Eingangszuordnung, die diese Pipeline gerade verarbeitet</translation>
    </message>
    <message>
        <source>Time since the oldest part of this row was seen on AWS</source>
        <translation>Zeit, seit der älteste Teil dieser Zeile bei AWS gesehen wurde</translation>
    </message>
    <message>
        <source>The input&apos;s id</source>
        <translation>Die ID des Eingangs</translation>
    </message>
    <message>
        <source>The input&apos;s name</source>
        <translation>Der Name des Eingangs</translation>
    </message>
    <message>
        <source>Whether the input is attached to a channel</source>
        <translation>Ob der Eingang einem Kanal zugeordnet ist</translation>
    </message>
    <message>
        <source>Standard inputs feed two pipelines</source>
        <translation>Standardeingänge speisen zwei Pipelines</translation>
    </message>
    <message>
        <source>Source type</source>
        <translation>Quellenart</translation>
    </message>
    <message>
        <source>Static, or given at each input switch</source>
        <translation>Statisch oder bei jeder Eingangsumschaltung angegeben</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>The channels this input is attached to</source>
        <translation>Die Kanäle, denen dieser Eingang zugeordnet ist</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Where a pull input fetches from</source>
        <translation>Woher ein Pull-Eingang abholt</translation>
    </message>
    <message>
        <source>Where a push input listens</source>
        <translation>Wo ein Push-Eingang lauscht</translation>
    </message>
    <message>
        <source>Security groups</source>
        <translation>Sicherheitsgruppen</translation>
    </message>
    <message>
        <source>Input security groups, which decide who may push</source>
        <translation>Sicherheitsgruppen des Eingangs; sie bestimmen, wer zuführen darf</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Flows</translation>
    </message>
    <message>
        <source>ARNs of the MediaConnect flows</source>
        <translation>ARNs der MediaConnect-Flows</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Ids of the input devices (Elemental Link)</source>
        <translation>IDs der Eingangsgeräte (Elemental Link)</translation>
    </message>
    <message>
        <source>Observed %1</source>
        <extracomment>tool tip; %1 is a time with its zone</extracomment>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Marked as production</source>
        <translation>Als Produktion markiert</translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>in the Age column: not observed since the program started</extracomment>
        <translation>nie</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>How the alert ended: recovered, channel stopped, or unseen</source>
        <translation>Wie der Alert endete: behoben, Kanal gestoppt oder unbemerkt</translation>
    </message>
    <message>
        <source>Active in</source>
        <translation>Aktiver Eingang</translation>
    </message>
    <message>
        <source>The input the pipelines take in now; empty until asked lately</source>
        <translation>Der Eingang, den die Pipelines gerade verarbeiten; leer, solange er nicht kürzlich abgefragt wurde</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Since when the channel is in this state with as many pipelines</source>
        <translation>Seit wann der Kanal diesen Status mit so vielen Pipelines hat</translation>
    </message>
    <message>
        <source>before %1</source>
        <extracomment>In its state since some time before %1, a time with its zone</extracomment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>The change was seen at %1</source>
        <extracomment>%1 is a time with its zone</extracomment>
        <translation>Die Änderung wurde am %1 gesehen</translation>
    </message>
    <message>
        <source>Was so already when first seen at %1</source>
        <extracomment>%1 is a time with its zone</extracomment>
        <translation>War schon so, als er am %1 zuerst gesehen wurde</translation>
    </message>
    <message>
        <source>Was so at %1 too, but nobody watched in between</source>
        <extracomment>%1 is a time with its zone</extracomment>
        <translation>War auch am %1 so, aber dazwischen wurde nicht überwacht</translation>
    </message>
    <message>
        <source>Missing readings</source>
        <translation>Fehlende Messwerte</translation>
    </message>
    <message>
        <source>Readings without a value, and why</source>
        <translation>Welche Messwerte fehlen und warum</translation>
    </message>
    <message>
        <source>How the source arrives</source>
        <translation>Wie die Quelle ankommt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>When the call was started</source>
        <translation>Wann der Aufruf begonnen wurde</translation>
    </message>
    <message>
        <source>The region profile the call was made for</source>
        <translation>Das Regionsprofil, für das der Aufruf geschah</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>The AWS service that was asked</source>
        <translation>Der gefragte AWS-Dienst</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>What was asked for, as AWS calls it</source>
        <translation>Wonach gefragt wurde, mit dem Namen von AWS</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>How the call ended, after all attempts</source>
        <translation>Wie der Aufruf ausging, nach allen Versuchen</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>HTTP status of the last answer; empty when none came</source>
        <translation>HTTP-Status der letzten Antwort; leer, wenn keine kam</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>From the start to the end, with waiting for the request limit and repeated attempts</source>
        <translation>Vom Beginn bis zum Ende, samt Warten auf das Anfragelimit und wiederholten Versuchen</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Requests sent: pages, and repetitions after a failure</source>
        <translation>Gesendete Anfragen: Seiten und Wiederholungen nach Fehlern</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Bytes received, decompressed</source>
        <translation>Empfangene Bytes, entpackt</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Request-ID</translation>
    </message>
    <message>
        <source>AWS&apos;s own id of the last request, for a support case</source>
        <translation>Die ID, die AWS der letzten Anfrage gab, für einen Support-Fall</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Host and path, without the query</source>
        <translation>Host und Pfad, ohne Abfrageteil</translation>
    </message>
    <message>
        <source>Since when the verdict is what it is</source>
        <translation>Seit wann das Urteil so ist</translation>
    </message>
    <message>
        <source>RTP lost</source>
        <translation>RTP verloren</translation>
    </message>
    <message>
        <source>RTP packets of the input that were lost and not recovered, in the newest period</source>
        <translation>RTP-Pakete des Eingangs, die in der neuesten Periode verloren gingen und nicht wiederhergestellt wurden</translation>
    </message>
    <message>
        <source>Input errors</source>
        <translation>Eingangsfehler</translation>
    </message>
    <message>
        <source>Seconds of the newest period with a packet that could not be recovered</source>
        <translation>Sekunden der neuesten Periode mit einem Paket, das nicht wiederhergestellt werden konnte</translation>
    </message>
    <message>
        <source>Media quality</source>
        <translation>Medienqualität</translation>
    </message>
    <message>
        <source>The lowest media quality score of the outputs, from 0 to 100; 100 is flawless</source>
        <translation>Der niedrigste Medienqualitätswert der Ausgänge, von 0 bis 100; 100 ist makellos</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Show this help and exit.</source>
        <translation>Diese Hilfe zeigen und beenden.</translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation>Die Version zeigen und beenden.</translation>
    </message>
    <message>
        <source>Keep profiles, settings, cache and history under &lt;folder&gt;.</source>
        <translation>Profile, Einstellungen, Cache und Verlauf unter &lt;folder&gt; ablegen.</translation>
    </message>
    <message>
        <source>Open a simulated region; needs no AWS account. An optional scenario may follow: living, calm, storm, static, churn.</source>
        <translation>Eine simulierte Region öffnen; braucht kein AWS-Konto. Ein Szenario kann folgen: living, calm, storm, static, churn.</translation>
    </message>
    <message>
        <source>Use only the profile &lt;name&gt;.</source>
        <translation>Nur das Profil &lt;name&gt; verwenden.</translation>
    </message>
    <message>
        <source>Save every page as a PNG in &lt;folder&gt; and exit.</source>
        <translation>Jede Seite als PNG in &lt;folder&gt; speichern und beenden.</translation>
    </message>
    <message>
        <source>Print &lt;table&gt; (inputs, channels, health, alerts) and exit.</source>
        <translation>&lt;table&gt; ausgeben (inputs, channels, health, alerts) und beenden.</translation>
    </message>
    <message>
        <source>Format of --export: csv or json.</source>
        <translation>Format von --export: csv oder json.</translation>
    </message>
    <message>
        <source>Write --export to &lt;file&gt;.</source>
        <translation>--export nach &lt;file&gt; schreiben.</translation>
    </message>
    <message>
        <source>Open the window dark or light.</source>
        <translation>Das Fenster dunkel (dark) oder hell (light) öffnen.</translation>
    </message>
    <message>
        <source>Open the window in this size, such as 1280x720.</source>
        <translation>Das Fenster in dieser Größe öffnen, z. B. 1280x720.</translation>
    </message>
    <message>
        <source>How much to log: debug, info, warning or error.</source>
        <translation>Wie viel protokolliert wird: debug, info, warning oder error.</translation>
    </message>
    <message>
        <source>A control-room monitor for AWS Elemental MediaLive.</source>
        <translation>Ein Kontrollraum-Monitor für AWS Elemental MediaLive.</translation>
    </message>
    <message>
        <source>There is no theme &quot;%1&quot;; --theme knows dark and light.</source>
        <translation>Es gibt kein Farbschema „%1“; --theme kennt dark und light.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no window size; --size wants something like 1280x720.</source>
        <translation>„%1“ ist keine Fenstergröße; --size erwartet etwas wie 1280x720.</translation>
    </message>
    <message>
        <source>There is no table &quot;%1&quot;; --export knows inputs, channels, health and alerts.</source>
        <translation>Es gibt keine Tabelle „%1“; --export kennt inputs, channels, health und alerts.</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot;; --format knows csv and json.</source>
        <translation>Es gibt kein Format „%1“; --format kennt csv und json.</translation>
    </message>
    <message>
        <source>There is no log level &quot;%1&quot;; --log-level knows debug, info, warning and error.</source>
        <translation>Es gibt keine Protokollstufe „%1“; --log-level kennt debug, info, warning und error.</translation>
    </message>
    <message>
        <source>--format and --out belong to --export.</source>
        <translation>--format und --out gehören zu --export.</translation>
    </message>
    <message>
        <source>--export and --screenshot can&apos;t be used together.</source>
        <translation>--export und --screenshot lassen sich nicht zusammen verwenden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not expected.</source>
        <translation>„%1“ wurde nicht erwartet.</translation>
    </message>
</context>
<context>
    <name>CostText</name>
    <message>
        <source>half as often</source>
        <translation>halb so oft</translation>
    </message>
    <message>
        <source>a quarter as often</source>
        <translation>ein Viertel so oft</translation>
    </message>
    <message>
        <source>an eighth as often</source>
        <translation>ein Achtel so oft</translation>
    </message>
    <message>
        <source>every 15 minutes</source>
        <translation>alle 15 Minuten</translation>
    </message>
    <message>
        <source>only for channels in trouble</source>
        <translation>nur für gestörte Kanäle</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <source>&lt; $%1</source>
        <extracomment>Less than one cent of a US dollar</extracomment>
        <translation>&lt; %1 $</translation>
    </message>
    <message>
        <source>$%1</source>
        <extracomment>An amount of US dollars</extracomment>
        <translation>%1 $</translation>
    </message>
    <message>
        <source>CloudWatch %1 this hour · %2 of %3 this month · ≈ %4 by month end</source>
        <extracomment>%1 to %4 are amounts of US dollars: spent this hour, spent this month, the month&apos;s budget, expected by the month&apos;s end</extracomment>
        <translation>CloudWatch %1 diese Stunde · %2 von %3 diesen Monat · ≈ %4 bis Monatsende</translation>
    </message>
    <message>
        <source>Metrics stopped by the budget</source>
        <translation>Metriken wegen des Budgets angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln metrics left out by the budget</source>
        <translation>
            <numerusform>%Ln Metrik wegen des Budgets ausgelassen</numerusform>
            <numerusform>%Ln Metriken wegen des Budgets ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Metrics slowed by the budget</source>
        <translation>Metriken wegen des Budgets verlangsamt</translation>
    </message>
    <message>
        <source>At the present pace the month&apos;s budget would not last, so metrics of rows on screen are asked for %1.</source>
        <extracomment>%1 is &quot;half as often&quot; or the like</extracomment>
        <translation>Beim jetzigen Tempo würde das Monatsbudget nicht reichen, daher werden Metriken sichtbarer Zeilen %1 abgefragt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln metrics are asked for less often.</source>
        <translation>
            <numerusform>%Ln Metrik wird seltener abgefragt.</numerusform>
            <numerusform>%Ln Metriken werden seltener abgefragt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln metrics are not asked for.</source>
        <translation>
            <numerusform>%Ln Metrik wird nicht abgefragt.</numerusform>
            <numerusform>%Ln Metriken werden nicht abgefragt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned channels are slowed later, channels in trouble last. States and alerts are free and go on as before. A larger budget can be set in the region&apos;s profile.</source>
        <translation>Angeheftete Kanäle werden später verlangsamt, gestörte zuletzt. Status und Alerts sind kostenlos und laufen weiter wie bisher. Ein größeres Budget lässt sich im Regionsprofil einstellen.</translation>
    </message>
    <message>
        <source>This hour: %1 metrics, %2 requests</source>
        <extracomment>%1 is a number of metrics, %2 of requests</extracomment>
        <translation>Diese Stunde: %1 Metriken, %2 Anfragen</translation>
    </message>
    <message>
        <source>This month (UTC): %1 metrics, %2 requests</source>
        <translation>Dieser Monat (UTC): %1 Metriken, %2 Anfragen</translation>
    </message>
    <message>
        <source>By month end: as much per day as in the last 24 hours</source>
        <translation>Bis Monatsende: pro Tag so viel wie in den letzten 24 Stunden</translation>
    </message>
    <message>
        <source>Estimated with AWS&apos;s prices of %1; charts included, other programs not.</source>
        <translation>Geschätzt mit den AWS-Preisen vom %1; Diagramme eingeschlossen, andere Programme nicht.</translation>
    </message>
    <message>
        <source>Small enough for the free requests of the account at the moment.</source>
        <translation>Derzeit wenig genug für die kostenlosen Anfragen des Kontos.</translation>
    </message>
    <message>
        <source>off: no budget</source>
        <extracomment>What CloudWatch costs: it is not asked, because the budget is nothing</extracomment>
        <translation>aus: kein Budget</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>What CloudWatch costs: %1 and %2 are amounts of US dollars, spent this month and its budget</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, stopped</source>
        <extracomment>%1 is &quot;$1 of $25&quot;; then what the budget does to what is asked</extracomment>
        <translation>%1, angehalten</translation>
    </message>
    <message>
        <source>%1, slowed</source>
        <translation>%1, verlangsamt</translation>
    </message>
    <message>
        <source>Metrics off: no budget</source>
        <translation>Metriken aus: kein Budget</translation>
    </message>
    <message>
        <source>The region&apos;s CloudWatch budget is nothing, so CloudWatch is not asked at all. States and alerts are free and go on as before. A budget can be set in the region&apos;s profile.</source>
        <translation>Das CloudWatch-Budget der Region ist null, daher wird CloudWatch gar nicht gefragt. Status und Alerts sind kostenlos und laufen weiter. Ein Budget lässt sich im Profil der Region festlegen.</translation>
    </message>
</context>
<context>
    <name>CredentialText</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Edit profile…</source>
        <translation>Profil bearbeiten…</translation>
    </message>
    <message>
        <source>Enter keys for this run…</source>
        <translation>Schlüssel für diesen Lauf eingeben…</translation>
    </message>
    <message>
        <source>Enter the code…</source>
        <translation>Code eingeben…</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Neu anmelden…</translation>
    </message>
    <message>
        <source>until %1, then an MFA code is needed</source>
        <extracomment>%1 is a time of day with its zone</extracomment>
        <translation>bis %1, dann ist ein MFA-Code nötig</translation>
    </message>
    <message>
        <source>until %1, then new keys are needed</source>
        <extracomment>%1 is a time of day with its zone</extracomment>
        <translation>bis %1, dann sind neue Schlüssel nötig</translation>
    </message>
    <message>
        <source>until %1; not renewed yet: %2</source>
        <extracomment>%1 is a time of day with its zone, %2 why new credentials could not be had</extracomment>
        <translation>bis %1; noch nicht erneuert: %2</translation>
    </message>
    <message>
        <source>being renewed</source>
        <translation>werden erneuert</translation>
    </message>
    <message>
        <source>until %1, renewed by itself before</source>
        <extracomment>%1 is a time of day with its zone</extracomment>
        <translation>bis %1, vorher von selbst erneuert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a profile, %2 what keeps its keys from being used.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: the session ends very soon, at %2</source>
        <translation>%1: die Sitzung endet sehr bald, um %2</translation>
    </message>
    <message>
        <source>%1: the session ends at %2</source>
        <extracomment>%1 is a profile, %2 a time of day with its zone</extracomment>
        <translation>%1: die Sitzung endet um %2</translation>
    </message>
    <message>
        <source>Enter new keys in time; watching goes on without a break.</source>
        <translation>Geben Sie rechtzeitig neue Schlüssel ein; die Überwachung läuft ohne Pause weiter.</translation>
    </message>
    <message>
        <source>Enter the next code of the MFA device in time; watching goes on without a break.</source>
        <translation>Geben Sie rechtzeitig den nächsten Code des MFA-Geräts ein; die Überwachung läuft ohne Pause weiter.</translation>
    </message>
    <message>
        <source>Enter new keys…</source>
        <translation>Neue Schlüssel eingeben…</translation>
    </message>
    <message>
        <source>Sign in again in time; watching goes on without a break.</source>
        <translation>Melden Sie sich rechtzeitig neu an; die Beobachtung läuft ohne Unterbrechung weiter.</translation>
    </message>
    <message>
        <source>until %1, then somebody has to sign in again</source>
        <extracomment>%1 is a time of day with its zone</extracomment>
        <translation>bis %1, dann muss sich jemand neu anmelden</translation>
    </message>
    <message>
        <source>Renew them where they come from; the shared AWS files are read again as soon as they are saved.</source>
        <translation>Erneuern Sie sie dort, wo sie herkommen; die gemeinsamen AWS-Dateien werden neu gelesen, sobald sie gespeichert sind.</translation>
    </message>
    <message>
        <source>Start Tallylight again with new ones in the environment.</source>
        <translation>Starten Sie Tallylight mit neuen in der Umgebung noch einmal.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Check the network, the proxy and the VPN, and whether the host and port of %1 in the region profile are right. It is tried again by itself.</source>
        <extracomment>%1 is the name of an AWS service</extracomment>
        <translation>Prüfen Sie Netz, Proxy und VPN und ob Host und Port von %1 im Regionsprofil stimmen. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>AWS refuses requests from clocks that are minutes off. Set this computer&apos;s clock, best from the network.</source>
        <translation>AWS weist Anfragen von Uhren ab, die um Minuten falsch gehen. Stellen Sie die Uhr dieses Computers, am besten über das Netz.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 behind AWS. Set it, best from the network.</source>
        <extracomment>%1 is a duration such as 7 min</extracomment>
        <translation>Die Uhr dieses Computers geht gegenüber AWS %1 nach. Stellen Sie sie, am besten über das Netz.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 ahead of AWS. Set it, best from the network.</source>
        <extracomment>%1 is a duration such as 7 min</extracomment>
        <translation>Die Uhr dieses Computers geht gegenüber AWS %1 vor. Stellen Sie sie, am besten über das Netz.</translation>
    </message>
    <message>
        <source>This region is not enabled for the account. Enable it in the account&apos;s settings on AWS, or choose another region.</source>
        <translation>Diese Region ist für das Konto nicht aktiviert. Aktivieren Sie sie in den Kontoeinstellungen bei AWS, oder wählen Sie eine andere Region.</translation>
    </message>
    <message>
        <source>The credentials are valid but may not do this. Ask for the read-only MediaLive and CloudWatch permissions.</source>
        <translation>Die Zugangsdaten sind gültig, dürfen dies aber nicht. Bitten Sie um die Leserechte für MediaLive und CloudWatch.</translation>
    </message>
    <message>
        <source>The credentials are valid but lack the permission %1. Add it to the user&apos;s or role&apos;s IAM policy.</source>
        <extracomment>%1 is an IAM action such as medialive:ListChannels</extracomment>
        <translation>Die Zugangsdaten sind gültig, aber das Recht %1 fehlt. Ergänzen Sie es in der IAM-Richtlinie des Benutzers oder der Rolle.</translation>
    </message>
    <message>
        <source>The server points elsewhere, as sign-in pages of hotel and office networks do. Check the network and the endpoint in the region profile.</source>
        <translation>Der Server verweist woandershin, wie es Anmeldeseiten in Hotel- und Büronetzen tun. Prüfen Sie das Netz und den Endpunkt im Regionsprofil.</translation>
    </message>
    <message>
        <source>%1 has a problem of its own. It is tried again by itself; the AWS Health Dashboard tells about larger failures.</source>
        <extracomment>%1 is the name of an AWS service</extracomment>
        <translation>%1 hat selbst ein Problem. Es wird von selbst erneut versucht; über größere Ausfälle informiert das AWS Health Dashboard.</translation>
    </message>
    <message>
        <source>request %1</source>
        <extracomment>%1 is the id AWS gave a request</extracomment>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>The connection is not secure</source>
        <translation>Die Verbindung ist nicht sicher</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>Credentials refused</source>
        <translation>Zugangsdaten abgewiesen</translation>
    </message>
    <message>
        <source>Credentials have expired</source>
        <translation>Zugangsdaten abgelaufen</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong</source>
        <translation>Die Uhr dieses Computers geht falsch</translation>
    </message>
    <message>
        <source>Access denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Not there any more</source>
        <translation>Nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>Anfrage abgewiesen</translation>
    </message>
    <message>
        <source>Trouble at the server</source>
        <translation>Störung beim Server</translation>
    </message>
    <message>
        <source>Answer not understood</source>
        <translation>Antwort nicht verstanden</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Trouble with this computer&apos;s keychain or files</source>
        <translation>Störung beim Schlüsselbund oder bei Dateien dieses Computers</translation>
    </message>
    <message>
        <source>The network or the service is slow. It is tried again by itself.</source>
        <translation>Das Netz oder der Dienst ist langsam. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>The account&apos;s request limit for this region is used up, by this program or by others. It slows down and tries again by itself; a longer interval in the region profile helps.</source>
        <translation>Das Anfragelimit des Kontos für diese Region ist ausgeschöpft, durch dieses Programm oder durch andere. Es wird langsamer und von selbst erneut versucht; ein längeres Intervall im Regionsprofil hilft.</translation>
    </message>
    <message>
        <source>Check the access key id, the secret access key and, for temporary keys, the session token; and that the key belongs to this region&apos;s part of AWS.</source>
        <translation>Prüfen Sie die Zugriffsschlüssel-ID, den geheimen Zugriffsschlüssel und bei temporären Schlüsseln das Sitzungstoken; ferner, ob der Schlüssel zum AWS-Teil dieser Region gehört.</translation>
    </message>
    <message>
        <source>Temporary credentials have run out. Sign in again or enter new ones in the region profile.</source>
        <translation>Temporäre Zugangsdaten sind abgelaufen. Melden Sie sich neu an, oder geben Sie neue im Regionsprofil ein.</translation>
    </message>
    <message>
        <source>It may have been deleted meanwhile, or the endpoint in the region profile is not that of the service.</source>
        <translation>Es wurde womöglich inzwischen gelöscht, oder der Endpunkt im Regionsprofil ist nicht der des Dienstes.</translation>
    </message>
    <message>
        <source>The service does not accept this request. If the region profile overrides endpoints, check them; otherwise please report it with the details.</source>
        <translation>Der Dienst nimmt diese Anfrage nicht an. Wenn das Regionsprofil eigene Endpunkte angibt, prüfen Sie diese; sonst melden Sie es bitte mit den Einzelheiten.</translation>
    </message>
    <message>
        <source>What came back is not what the service sends. A proxy or a sign-in page may stand in between, or the endpoint is not that of the service. What was known before is kept.</source>
        <translation>Was zurückkam, sendet der Dienst nicht. Womöglich steht ein Proxy oder eine Anmeldeseite dazwischen, oder der Endpunkt ist nicht der des Dienstes. Was vorher bekannt war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Unlock the keychain and allow access, and check that the configuration folder can be written and the disk is not full.</source>
        <translation>Entsperren Sie den Schlüsselbund und erlauben Sie den Zugriff; prüfen Sie auch, ob der Konfigurationsordner beschreibbar und die Platte nicht voll ist.</translation>
    </message>
    <message>
        <source>The CloudWatch budget is spent</source>
        <translation>Das CloudWatch-Budget ist verbraucht</translation>
    </message>
    <message>
        <source>This would cost more than is left of the month&apos;s CloudWatch budget, so it was not asked for. A larger budget can be set in the region&apos;s profile; next month begins at midnight UTC.</source>
        <translation>Das würde mehr kosten, als vom CloudWatch-Budget des Monats übrig ist, und wurde daher nicht abgefragt. Ein größeres Budget lässt sich im Regionsprofil einstellen; der nächste Monat beginnt um Mitternacht UTC.</translation>
    </message>
    <message>
        <source>IAM Identity Center does not know this start URL here. Check the start URL and the region it is in; both are shown in the AWS access portal.</source>
        <translation>IAM Identity Center kennt diese Start-URL hier nicht. Prüfen Sie die Start-URL und ihre Region; beides zeigt das AWS-Zugangsportal.</translation>
    </message>
    <message>
        <source>The role is not, or not any more, assigned to whoever has signed in. Choose another account or role, or ask for the assignment.</source>
        <translation>Die Rolle ist der angemeldeten Person nicht oder nicht mehr zugewiesen. Wählen Sie ein anderes Konto oder eine andere Rolle, oder bitten Sie um die Zuweisung.</translation>
    </message>
    <message>
        <source>The sign-in has ended. Sign in again.</source>
        <translation>Die Anmeldung ist abgelaufen. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>No usable credentials</source>
        <translation>Keine brauchbaren Zugangsdaten</translation>
    </message>
    <message>
        <source>Nobody is signed in at IAM Identity Center, or the sign-in has ended. Sign in here, or with “aws sso login”; it goes on by itself then.</source>
        <translation>Niemand ist bei IAM Identity Center angemeldet, oder die Anmeldung ist abgelaufen. Melden Sie sich hier oder mit „aws sso login“ an; danach geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Nothing could be signed. The message above the pages says why and what to do.</source>
        <translation>Nichts konnte signiert werden. Die Meldung über den Seiten sagt, warum und was zu tun ist.</translation>
    </message>
    <message>
        <source>No secure connection came about: the server, or a proxy in between, does not speak TLS as it should. Check the endpoint and the proxy in the region profile. Nothing is sent until that is cured.</source>
        <translation>Es kam keine sichere Verbindung zustande: Der Server oder ein Proxy dazwischen spricht kein ordentliches TLS. Prüfen Sie Endpunkt und Proxy im Regionsprofil. Bis das behoben ist, wird nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>HealthChart</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Zero: %1</source>
        <extracomment>What a value of zero of a metric means; %1 is a sentence</extracomment>
        <translation>Null: %1</translation>
    </message>
    <message>
        <source>No data: %1</source>
        <extracomment>What it means that a metric has no data; %1 is a sentence</extracomment>
        <translation>Keine Daten: %1</translation>
    </message>
    <message>
        <source>CloudWatch: %1</source>
        <extracomment>%1 is the name of a metric as Amazon CloudWatch has it</extracomment>
        <translation>CloudWatch: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A metric and its unit: &quot;Network in (Mbit/s)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>sum per %1</source>
        <extracomment>What each point of a chart is; %1 is a length of time such as &quot;10 s&quot;</extracomment>
        <translation>Summe je %1</translation>
    </message>
    <message>
        <source>average per %1</source>
        <translation>Mittelwert je %1</translation>
    </message>
    <message>
        <source>lowest per %1</source>
        <translation>Kleinstwert je %1</translation>
    </message>
    <message>
        <source>highest per %1</source>
        <translation>Größtwert je %1</translation>
    </message>
    <message>
        <source>%1 per %2</source>
        <extracomment>%1 is one of CloudWatch&apos;s statistics, such as p90</extracomment>
        <translation>%1 je %2</translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>locked</source>
        <translation>synchron</translation>
    </message>
    <message>
        <source>not locked</source>
        <translation>nicht synchron</translation>
    </message>
    <message>
        <source>primary</source>
        <extracomment>which input of a failover pair is on air</extracomment>
        <translation>primär</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>%1 is a reading, %2 the time with its zone it belongs to</extracomment>
        <translation>%1, Stand %2</translation>
    </message>
    <message>
        <source>Pipeline %1</source>
        <extracomment>%1 is the number of one of a channel&apos;s two pipelines, 0 or 1</extracomment>
        <translation>Pipeline %1</translation>
    </message>
    <message>
        <source>%1 · legs differ</source>
        <extracomment>Channels Health, active input: %1 is its name; the other pipeline takes another input</extracomment>
        <translation>%1 · Pipelines verschieden</translation>
    </message>
    <message>
        <source>%1 · failed over</source>
        <extracomment>Channels Health, active input: %1 is its name; it is the second input of a failover pair</extracomment>
        <translation>%1 · nach Failover</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht abgefragt</translation>
    </message>
    <message>
        <source>%1
As of %2</source>
        <extracomment>Tool tip: %1 is the name of an input (and a remark), %2 a time</extracomment>
        <translation>%1
Stand: %2</translation>
    </message>
    <message>
        <source>From ListAlerts, asked at %1; it is newer than CloudWatch&apos;s count.</source>
        <extracomment>%1 is a time with its zone; ListAlerts is the name of a call to AWS</extracomment>
        <translation>Von ListAlerts, abgefragt am %1; das ist neuer als die Zählung von CloudWatch.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It fell by up to %1 % within that minute.</source>
        <extracomment>%1 is a number of percent by which a reading was lower for a part of its minute</extracomment>
        <translation>Sie fiel innerhalb dieser Minute um bis zu %1 %.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Keys in the file</source>
        <translation>Schlüssel in der Datei</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>IAM Identity Center</source>
        <translation>IAM Identity Center</translation>
    </message>
    <message>
        <source>%1, role, MFA</source>
        <extracomment>%1 is where keys come from</extracomment>
        <translation>%1, Rolle, MFA</translation>
    </message>
    <message>
        <source>%1, role</source>
        <extracomment>%1 is where keys come from</extracomment>
        <translation>%1, Rolle</translation>
    </message>
    <message>
        <source>has channels</source>
        <translation>hat Kanäle</translation>
    </message>
    <message>
        <source>no channels</source>
        <translation>keine Kanäle</translation>
    </message>
    <message>
        <source>not enabled, or not permitted</source>
        <extracomment>Of an AWS region</extracomment>
        <translation>nicht aktiviert oder nicht erlaubt</translation>
    </message>
    <message>
        <source>Put new keys into the file, or renew them; then look again.</source>
        <translation>Tragen Sie neue Schlüssel in die Datei ein oder erneuern Sie sie; suchen Sie danach noch einmal.</translation>
    </message>
    <message>
        <source>Sign in to IAM Identity Center; the search goes on by itself then.</source>
        <translation>Melden Sie sich bei IAM Identity Center an; die Suche geht danach von selbst weiter.</translation>
    </message>
</context>
<context>
    <name>JumpSearch</name>
    <message>
        <source>General</source>
        <extracomment>Tab: accounts, endpoints and how the APIs answer.</extracomment>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Channels Health</source>
        <translation>Kanalzustand</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Region · %1</source>
        <extracomment>What kind of thing a jump leads to, and its AWS region.</extracomment>
        <translation>Region · %1</translation>
    </message>
    <message>
        <source>Channel %1 · %2</source>
        <extracomment>A channel&apos;s id and the profile it belongs to.</extracomment>
        <translation>Kanal %1 · %2</translation>
    </message>
    <message>
        <source>Input %1 · %2</source>
        <translation>Eingang %1 · %2</translation>
    </message>
</context>
<context>
    <name>KeyFields</name>
    <message>
        <source>unchanged</source>
        <extracomment>In an empty field: a value is stored and stays as it is</extracomment>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>%1 (unchanged)</source>
        <extracomment>In an empty field: a value is stored and stays as it is. %1 is a shortened key id such as AKIA…MPLE</extracomment>
        <translation>%1 (unverändert)</translation>
    </message>
    <message>
        <source>only for temporary keys</source>
        <translation>nur für temporäre Schlüssel</translation>
    </message>
</context>
<context>
    <name>KeyHints</name>
    <message>
        <source>Enter the access key id that belongs to the secret.</source>
        <translation>Geben Sie die Zugriffsschlüssel-ID ein, die zum geheimen Schlüssel gehört.</translation>
    </message>
    <message>
        <source>Enter the secret access key that belongs to the access key id.</source>
        <translation>Geben Sie den geheimen Zugriffsschlüssel ein, der zur Zugriffsschlüssel-ID gehört.</translation>
    </message>
    <message>
        <source>Keys that begin with ASIA are temporary: AWS refuses them without their session token.</source>
        <translation>Schlüssel, die mit ASIA beginnen, sind temporär: Ohne ihr Sitzungstoken weist AWS sie ab.</translation>
    </message>
    <message>
        <source>The access key id and the secret access key are swapped.</source>
        <translation>Die Zugriffsschlüssel-ID und der geheime Zugriffsschlüssel sind vertauscht.</translation>
    </message>
    <message>
        <source>This looks like a secret access key. The access key id begins with AKIA or ASIA.</source>
        <translation>Das sieht nach einem geheimen Zugriffsschlüssel aus. Die Zugriffsschlüssel-ID beginnt mit AKIA oder ASIA.</translation>
    </message>
    <message>
        <source>This looks like an access key id. The secret access key is the longer one, 40 characters.</source>
        <translation>Das sieht nach einer Zugriffsschlüssel-ID aus. Der geheime Zugriffsschlüssel ist der längere, 40 Zeichen.</translation>
    </message>
    <message>
        <source>AWS&apos;s access key ids are 20 letters and digits and begin with AKIA or ASIA. Check whether it is complete.</source>
        <translation>Zugriffsschlüssel-IDs von AWS haben 20 Buchstaben und Ziffern und beginnen mit AKIA oder ASIA. Prüfen Sie, ob sie vollständig ist.</translation>
    </message>
    <message>
        <source>AWS&apos;s secret access keys have 40 characters. Check whether it is complete.</source>
        <translation>Geheime Zugriffsschlüssel von AWS haben 40 Zeichen. Prüfen Sie, ob er vollständig ist.</translation>
    </message>
    <message>
        <source>Keys that begin with AKIA have no session token. Leave this empty unless the service asks for one.</source>
        <translation>Schlüssel, die mit AKIA beginnen, haben kein Sitzungstoken. Lassen Sie dies leer, wenn der Dienst keines verlangt.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Farbs&amp;chema</translation>
    </message>
    <message>
        <source>T&amp;imes</source>
        <translation>Ze&amp;iten</translation>
    </message>
    <message>
        <source>&amp;Watching</source>
        <translation>Über&amp;wachung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Add region…</source>
        <translation>Region &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Open the &amp;demo</source>
        <translation>&amp;Demo öffnen</translation>
    </message>
    <message>
        <source>&amp;Export the rows shown as CSV…</source>
        <translation>Gezeigte Zeilen als &amp;CSV exportieren…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Allgemein</translation>
    </message>
    <message>
        <source>&amp;Inputs</source>
        <translation>&amp;Eingänge</translation>
    </message>
    <message>
        <source>&amp;Channels</source>
        <translation>&amp;Kanäle</translation>
    </message>
    <message>
        <source>Channels &amp;Health</source>
        <translation>Kanal&amp;zustand</translation>
    </message>
    <message>
        <source>&amp;Jump to anything…</source>
        <translation>&amp;Springen zu…</translation>
    </message>
    <message>
        <source>&amp;Filter this page</source>
        <translation>Diese Seite &amp;filtern</translation>
    </message>
    <message>
        <source>List of &amp;regions</source>
        <translation>&amp;Regionsliste</translation>
    </message>
    <message>
        <source>&amp;Details below the table</source>
        <translation>&amp;Details unter der Tabelle</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Local</source>
        <translation>&amp;Ortszeit</translation>
    </message>
    <message>
        <source>R&amp;eset layout</source>
        <translation>&amp;Layout zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Refresh now</source>
        <translation>Jetzt &amp;aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Cancel reading</source>
        <translation>&amp;Lesen abbrechen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;About Tallylight</source>
        <translation>Ü&amp;ber Tallylight</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Health rules…</source>
        <translation>&amp;Zustandsregeln…</translation>
    </message>
    <message>
        <source>&amp;Import regions from the AWS files…</source>
        <translation>Regionen aus den AWS-Dateien &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Diagnostics bundle…</source>
        <translation>&amp;Diagnosepaket…</translation>
    </message>
    <message>
        <source>Facts for a support request, without secrets</source>
        <translation>Fakten für eine Support-Anfrage, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>API c&amp;alls…</source>
        <translation>API-&amp;Aufrufe…</translation>
    </message>
    <message>
        <source>Every call to AWS, how it went and what that means</source>
        <translation>Jeder Aufruf an AWS, wie er ausging und was das bedeutet</translation>
    </message>
</context>
<context>
    <name>NetworkText</name>
    <message>
        <source>an unknown authority</source>
        <extracomment>Stands for the name of who signed a certificate</extracomment>
        <translation>einer unbekannten Stelle</translation>
    </message>
    <message>
        <source>The certificate was issued by %1, which this computer does not trust. A TLS-inspecting proxy may be in between; if it is your company&apos;s, add its CA file to the region profile, under Advanced. Nothing is sent before.</source>
        <extracomment>%1 is who signed a certificate</extracomment>
        <translation>Das Zertifikat wurde von %1 ausgestellt; dieser Computer vertraut dem nicht. Womöglich ist ein Proxy dazwischen, der TLS mitliest; ist es der Ihrer Firma, tragen Sie dessen CA-Datei im Regionsprofil unter „Erweitert“ ein. Vorher wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The server vouches for itself (%1), and nobody else does. If it is a server or an inspecting proxy of your own, add its certificate to the region profile as the CA file, under Advanced. Nothing is sent before.</source>
        <extracomment>%1 is the name in a certificate</extracomment>
        <translation>Der Server bürgt für sich selbst (%1) und sonst niemand. Ist es ein eigener Server oder ein eigener mitlesender Proxy, tragen Sie dessen Zertifikat im Regionsprofil unter „Erweitert“ als CA-Datei ein. Vorher wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The certificate belongs to another host than the one that was asked for. Check the endpoint in the region profile; a proxy or a sign-in page may have answered in its place.</source>
        <translation>Das Zertifikat gehört einem anderen Host als dem gefragten. Prüfen Sie den Endpunkt im Regionsprofil; womöglich hat ein Proxy oder eine Anmeldeseite an seiner Stelle geantwortet.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired. Its owner has to renew it, unless this computer&apos;s clock is ahead.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen. Sein Betreiber muss es erneuern, falls nicht die Uhr dieses Computers vorgeht.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet, which usually means that this computer&apos;s clock is behind. Set it, best from the network.</source>
        <translation>Das Zertifikat des Servers ist noch nicht gültig; meist heißt das, dass die Uhr dieses Computers nachgeht. Stellen Sie sie, am besten über das Netzwerk.</translation>
    </message>
    <message>
        <source>The region profile names a CA file that is missing, can&apos;t be read or holds no certificate. Choose a PEM file, or leave the field empty. Nothing is sent before.</source>
        <translation>Das Regionsprofil nennt eine CA-Datei, die fehlt, nicht lesbar ist oder kein Zertifikat enthält. Wählen Sie eine PEM-Datei oder lassen Sie das Feld leer. Vorher wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Enter the user in the proxy&apos;s address (http://user@host:port) and the password beside it, in the region profile under Advanced.</source>
        <translation>Geben Sie im Regionsprofil unter „Erweitert“ den Benutzer in der Adresse des Proxys an (http://benutzer@host:port) und daneben das Passwort.</translation>
    </message>
    <message>
        <source>The proxy does not accept the user and the password of the region profile. Enter them again, under Advanced.</source>
        <translation>Der Proxy nimmt Benutzer und Passwort des Regionsprofils nicht an. Geben Sie sie unter „Erweitert“ neu ein.</translation>
    </message>
    <message>
        <source>The proxy was given the user and the password of the region profile, and opened no connection all the same. Check both, and whether it may reach the host; it does not say which it is.</source>
        <translation>Der Proxy bekam Benutzer und Passwort des Regionsprofils und öffnete trotzdem keine Verbindung. Prüfen Sie beides und ob er den Host erreichen darf; er sagt nicht, woran es liegt.</translation>
    </message>
    <message>
        <source>The name of the proxy can&apos;t be found. Check its address, and whether the network or the VPN it belongs to is connected.</source>
        <translation>Der Name des Proxys ist nicht zu finden. Prüfen Sie seine Adresse und ob das Netzwerk oder VPN verbunden ist, zu dem er gehört.</translation>
    </message>
    <message>
        <source>The proxy can&apos;t be reached, or it can&apos;t reach AWS. Check its address, and whether it lets this connection through.</source>
        <translation>Der Proxy ist nicht erreichbar, oder er erreicht AWS nicht. Prüfen Sie seine Adresse und ob er diese Verbindung durchlässt.</translation>
    </message>
    <message>
        <source>The proxy asks for a password</source>
        <translation>Der Proxy verlangt ein Passwort</translation>
    </message>
    <message>
        <source>The proxy refuses the password</source>
        <translation>Der Proxy lehnt das Passwort ab</translation>
    </message>
    <message>
        <source>The proxy lets nothing through</source>
        <translation>Der Proxy lässt nichts durch</translation>
    </message>
    <message>
        <source>No connection through the proxy</source>
        <translation>Keine Verbindung über den Proxy</translation>
    </message>
    <message>
        <source>Host name not found</source>
        <translation>Hostname nicht gefunden</translation>
    </message>
    <message>
        <source>A web page came instead of an answer</source>
        <translation>Statt einer Antwort kam eine Webseite</translation>
    </message>
    <message>
        <source>The CA file can&apos;t be used</source>
        <translation>Die CA-Datei ist nicht brauchbar</translation>
    </message>
    <message>
        <source>Certificate from an unknown issuer</source>
        <translation>Zertifikat von unbekanntem Aussteller</translation>
    </message>
    <message>
        <source>Certificate for another host</source>
        <translation>Zertifikat für einen anderen Host</translation>
    </message>
    <message>
        <source>Certificate expired</source>
        <translation>Zertifikat abgelaufen</translation>
    </message>
    <message>
        <source>Certificate not valid yet</source>
        <translation>Zertifikat noch nicht gültig</translation>
    </message>
    <message>
        <source>This computer finds no address for the host. It may be offline, or the VPN that knows the name is down; otherwise check the endpoint in the region profile. It is tried again by itself.</source>
        <translation>Dieser Computer findet keine Adresse für den Host. Womöglich ist er offline, oder das VPN, das den Namen kennt, ist getrennt; sonst prüfen Sie den Endpunkt im Regionsprofil. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>The host is there, but nothing answers at this port. Check the endpoint in the region profile and the firewall. It is tried again by itself.</source>
        <translation>Den Host gibt es, aber an diesem Port antwortet nichts. Prüfen Sie den Endpunkt im Regionsprofil und die Firewall. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>Somebody else has answered in AWS&apos;s place: the sign-in page of a hotel or office network, or a proxy that blocks the host. Open a web page in the browser to sign in, or ask whoever runs the network. What was known before is kept.</source>
        <translation>Jemand anderes hat an der Stelle von AWS geantwortet: die Anmeldeseite eines Hotel- oder Büronetzes oder ein Proxy, der den Host sperrt. Öffnen Sie im Browser eine Webseite, um sich anzumelden, oder fragen Sie, wer das Netz betreibt. Was vorher bekannt war, bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>Observation</name>
    <message>
        <source>up to date</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>Seen within the expected time.</source>
        <translation>Innerhalb der erwarteten Zeit gesehen.</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Asked for; the answer has not arrived yet.</source>
        <translation>Abgefragt; die Antwort ist noch nicht da.</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>Seen once, but nothing newer has come in the expected time.</source>
        <translation>Schon gesehen, aber in der erwarteten Zeit kam nichts Neueres.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>Watching is paused, and what was seen before has become old.</source>
        <translation>Die Überwachung ist pausiert, und was vorher gesehen wurde, ist inzwischen alt.</translation>
    </message>
    <message>
        <source>slowed</source>
        <extracomment>a reading that is asked for more rarely to save money</extracomment>
        <translation>verlangsamt</translation>
    </message>
    <message>
        <source>The region&apos;s CloudWatch budget has it asked for more rarely, or not at all until the month ends.</source>
        <translation>Wegen des CloudWatch-Budgets der Region wird dies seltener oder bis Monatsende gar nicht mehr abgefragt.</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>Ruhezustand</translation>
    </message>
    <message>
        <source>The computer slept since then; nothing was seen meanwhile.</source>
        <translation>Der Computer war seitdem im Ruhezustand; inzwischen wurde nichts gesehen.</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>kein Netz</translation>
    </message>
    <message>
        <source>The network was lost since then.</source>
        <translation>Seitdem ist das Netz ausgefallen.</translation>
    </message>
    <message>
        <source>from before</source>
        <translation>von früher</translation>
    </message>
    <message>
        <source>Remembered from before Tallylight was started; not seen since.</source>
        <translation>Aus der Zeit vor dem Start von Tallylight bekannt; seitdem nicht gesehen.</translation>
    </message>
    <message>
        <source>clock changed</source>
        <translation>Uhr verstellt</translation>
    </message>
    <message>
        <source>This computer&apos;s clock was set, so the age can&apos;t be told.</source>
        <translation>Die Uhr dieses Computers wurde gestellt, daher lässt sich das Alter nicht bestimmen.</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>The pipeline does not run, so there is nothing to measure.</source>
        <translation>Die Pipeline läuft nicht, also gibt es nichts zu messen.</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>The pipeline has just been started; readings come within two minutes.</source>
        <translation>Die Pipeline wurde gerade gestartet; Messwerte kommen innerhalb von zwei Minuten.</translation>
    </message>
    <message>
        <source>n/a</source>
        <extracomment>not applicable</extracomment>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>Does not apply here: the channel is not set up in a way that gives this reading.</source>
        <translation>Trifft hier nicht zu: Der Kanal ist nicht so eingerichtet, dass es diesen Messwert gibt.</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>nicht veröffentlicht</translation>
    </message>
    <message>
        <source>CloudWatch does not list this metric for the channel.</source>
        <translation>CloudWatch führt diese Metrik für den Kanal nicht auf.</translation>
    </message>
    <message>
        <source>no input yet</source>
        <translation>noch kein Signal</translation>
    </message>
    <message>
        <source>Nothing has been received since the pipeline started.</source>
        <translation>Seit dem Start der Pipeline wurde nichts empfangen.</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>CloudWatch has no recent data for it, which is normal for this reading. That is not the same as zero.</source>
        <translation>CloudWatch hat keine aktuellen Daten dazu, was bei diesem Messwert normal ist. Das ist nicht dasselbe wie null.</translation>
    </message>
    <message>
        <source>no data (late)</source>
        <translation>keine Daten (verspätet)</translation>
    </message>
    <message>
        <source>The pipeline runs, but CloudWatch has no recent data for it. That is not the same as zero.</source>
        <translation>Die Pipeline läuft, aber CloudWatch hat keine aktuellen Daten dazu. Das ist nicht dasselbe wie null.</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>AWS asked to slow down; it is asked again later.</source>
        <translation>AWS verlangt langsamere Anfragen; es wird später erneut gefragt.</translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>The credentials may not read CloudWatch metrics (cloudwatch:GetMetricData).</source>
        <translation>Die Zugangsdaten dürfen keine CloudWatch-Metriken lesen (cloudwatch:GetMetricData).</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>a reading that could not be had</extracomment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>AWS could not be asked, or did not answer.</source>
        <translation>AWS konnte nicht gefragt werden oder hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>not observed</source>
        <translation>nicht abgefragt</translation>
    </message>
    <message>
        <source>Not asked for yet.</source>
        <translation>Noch nicht abgefragt.</translation>
    </message>
    <message>
        <source>budget</source>
        <extracomment>a reading that is not asked for, because the CloudWatch budget has no room for it</extracomment>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Not asked for, because the region&apos;s CloudWatch budget has no room for it. Channel state and alerts are watched all the same; they cost nothing.</source>
        <translation>Nicht gefragt, weil das CloudWatch-Budget der Region dafür keinen Platz hat. Kanalstatus und Alerts werden trotzdem überwacht; sie kosten nichts.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Stale since %1</source>
        <extracomment>%1 is a time with its zone: nothing newer has been seen.</extracomment>
        <translation>Veraltet seit %1</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is an age (&quot;4 s&quot;): how long ago a region was last read.</extracomment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>No usable keys</source>
        <translation>Keine verwendbaren Schlüssel</translation>
    </message>
    <message>
        <source>Live</source>
        <extracomment>A region that is being watched.</extracomment>
        <translation>Live</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>No keys stored</source>
        <translation>Keine Schlüssel gespeichert</translation>
    </message>
    <message>
        <source>Keychain access denied</source>
        <translation>Zugriff auf den Schlüsselbund verweigert</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>No keychain running</source>
        <translation>Kein Schlüsselbund gestartet</translation>
    </message>
    <message>
        <source>Keychain doesn&apos;t answer</source>
        <translation>Schlüsselbund antwortet nicht</translation>
    </message>
    <message>
        <source>Keychain failed</source>
        <translation>Schlüsselbund gestört</translation>
    </message>
    <message>
        <source>No keys in the environment</source>
        <translation>Keine Schlüssel in der Umgebung</translation>
    </message>
    <message>
        <source>Key source not supported</source>
        <translation>Schlüsselquelle nicht unterstützt</translation>
    </message>
    <message>
        <source>Edit the profile and enter its access key.</source>
        <translation>Bearbeiten Sie das Profil und geben Sie den Zugriffsschlüssel ein.</translation>
    </message>
    <message>
        <source>Allow Tallylight in the keychain and try again, or enter the keys for this run only.</source>
        <translation>Lassen Sie Tallylight im Schlüsselbund zu und versuchen Sie es erneut, oder geben Sie die Schlüssel nur für diesen Lauf ein.</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or enter the keys for this run only.</source>
        <translation>Entsperren Sie den Schlüsselbund und versuchen Sie es erneut, oder geben Sie die Schlüssel nur für diesen Lauf ein.</translation>
    </message>
    <message>
        <source>Start the desktop&apos;s keychain (GNOME Keyring or KWallet) and try again, or enter the keys for this run only.</source>
        <translation>Starten Sie den Schlüsselbund der Arbeitsumgebung (GNOME Keyring oder KWallet) und versuchen Sie es erneut, oder geben Sie die Schlüssel nur für diesen Lauf ein.</translation>
    </message>
    <message>
        <source>Look for a prompt of the keychain behind other windows, then try again.</source>
        <translation>Suchen Sie hinter anderen Fenstern nach einer Rückfrage des Schlüsselbunds, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Try again, or enter the keys for this run only.</source>
        <translation>Versuchen Sie es erneut, oder geben Sie die Schlüssel nur für diesen Lauf ein.</translation>
    </message>
    <message>
        <source>Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY and start Tallylight again.</source>
        <translation>Setzen Sie AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY und starten Sie Tallylight neu.</translation>
    </message>
    <message>
        <source>This version can&apos;t read keys from there; edit the profile.</source>
        <translation>Diese Version kann von dort keine Schlüssel lesen; bearbeiten Sie das Profil.</translation>
    </message>
    <message>
        <source>A shared AWS file can&apos;t be read</source>
        <translation>Eine gemeinsame AWS-Datei ist nicht lesbar</translation>
    </message>
    <message>
        <source>The AWS profile gives no keys</source>
        <translation>Das AWS-Profil liefert keine Schlüssel</translation>
    </message>
    <message>
        <source>The credential_process gave no keys</source>
        <extracomment>credential_process is a program that gives out keys, named in a configuration file</extracomment>
        <translation>Der credential_process hat keine Schlüssel geliefert</translation>
    </message>
    <message>
        <source>MFA code needed</source>
        <translation>MFA-Code nötig</translation>
    </message>
    <message>
        <source>MFA code refused</source>
        <translation>MFA-Code abgelehnt</translation>
    </message>
    <message>
        <source>The role can&apos;t be assumed</source>
        <translation>Die Rolle kann nicht übernommen werden</translation>
    </message>
    <message>
        <source>Temporary keys have run out</source>
        <translation>Temporäre Schlüssel sind abgelaufen</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Mend the file; it is read again as soon as it is saved.</source>
        <translation>Berichtigen Sie die Datei; sie wird neu gelesen, sobald sie gespeichert ist.</translation>
    </message>
    <message>
        <source>Run the program by hand to see what it says, and sign in where it gets its keys. It is tried again by itself.</source>
        <translation>Starten Sie das Programm von Hand, um zu sehen, was es meldet, und melden Sie sich dort an, woher es seine Schlüssel hat. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>Enter the code the MFA device shows; it is asked once a session.</source>
        <translation>Geben Sie den Code ein, den das MFA-Gerät zeigt; er wird einmal je Sitzung verlangt.</translation>
    </message>
    <message>
        <source>Wait for the device&apos;s next code and enter that; each code works only once. Check this computer&apos;s clock and the device in the profile, too.</source>
        <translation>Warten Sie auf den nächsten Code des Geräts und geben Sie diesen ein; jeder Code gilt nur einmal. Prüfen Sie auch die Uhr dieses Computers und das Gerät im Profil.</translation>
    </message>
    <message>
        <source>Check the role&apos;s ARN and external id, that its trust policy names these keys, and that they have the permission sts:AssumeRole. It is tried again by itself.</source>
        <translation>Prüfen Sie ARN und externe ID der Rolle, ob ihre Vertrauensrichtlinie diese Schlüssel nennt und ob sie die Berechtigung sts:AssumeRole haben. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>Enter new keys; watching goes on with them at once.</source>
        <translation>Geben Sie neue Schlüssel ein; die Überwachung läuft sofort damit weiter.</translation>
    </message>
    <message>
        <source>Sign in to IAM Identity Center; watching goes on by itself then.</source>
        <translation>Melden Sie sich bei IAM Identity Center an; danach läuft die Überwachung von selbst weiter.</translation>
    </message>
    <message>
        <source>Waiting for credentials</source>
        <translation>Wartet auf Zugangsdaten</translation>
    </message>
    <message>
        <source>Identity Center does not give this role</source>
        <translation>Identity Center gibt diese Rolle nicht heraus</translation>
    </message>
    <message>
        <source>Check the account and the role in the profile, and that the role is assigned to you there. It is tried again by itself.</source>
        <translation>Prüfen Sie Konto und Rolle im Profil und ob Ihnen die Rolle dort zugewiesen ist. Es wird von selbst wieder versucht.</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Blaugrün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>http:// is allowed only for this computer itself; use https://.</source>
        <translation>http:// ist nur für diesen Computer selbst erlaubt; verwenden Sie https://.</translation>
    </message>
    <message>
        <source>Only host and port, without a path or a user name.</source>
        <translation>Nur Host und Port, ohne Pfad und Benutzernamen.</translation>
    </message>
    <message>
        <source>Not an address of the form https://host or https://host:port.</source>
        <translation>Keine Adresse der Form https://host oder https://host:port.</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>No colour</extracomment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Access key in this computer&apos;s keychain</source>
        <translation>Zugriffsschlüssel im Schlüsselbund dieses Computers</translation>
    </message>
    <message>
        <source>Environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY)</source>
        <translation>Umgebung (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY)</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>Another region has this name already.</source>
        <translation>Eine andere Region heißt schon so.</translation>
    </message>
    <message>
        <source>Choose a region.</source>
        <translation>Wählen Sie eine Region.</translation>
    </message>
    <message>
        <source>No region of AWS is called that. Choose one from the list or type a code such as eu-central-1.</source>
        <translation>Keine AWS-Region heißt so. Wählen Sie eine aus der Liste, oder geben Sie ein Kürzel wie eu-central-1 ein.</translation>
    </message>
    <message>
        <source>The name of the AWS profile is missing.</source>
        <translation>Der Name des AWS-Profils fehlt.</translation>
    </message>
    <message>
        <source>AWS allows 5 requests per second, shared with everybody in the account; more is possible only with an endpoint of your own.</source>
        <translation>AWS erlaubt 5 Anfragen pro Sekunde, gemeinsam mit allen im Konto; mehr ist nur mit einem eigenen Endpunkt möglich.</translation>
    </message>
    <message>
        <source>At least one request in ten seconds is needed.</source>
        <translation>Mindestens eine Anfrage in zehn Sekunden ist nötig.</translation>
    </message>
    <message>
        <source>The inventory interval is between 2 seconds and an hour.</source>
        <translation>Das Inventarintervall liegt zwischen 2 Sekunden und einer Stunde.</translation>
    </message>
    <message>
        <source>The metrics interval is between 10 seconds and an hour.</source>
        <translation>Das Metrikintervall liegt zwischen 10 Sekunden und einer Stunde.</translation>
    </message>
    <message>
        <source>The budget can&apos;t be less than nothing.</source>
        <translation>Das Budget kann nicht kleiner als null sein.</translation>
    </message>
    <message>
        <source>%1 is not on this version&apos;s list of regions with MediaLive; it is asked all the same.</source>
        <extracomment>%1 is the code of an AWS region</extracomment>
        <translation>%1 steht nicht auf der Liste der Regionen mit MediaLive in dieser Version; sie wird trotzdem abgefragt.</translation>
    </message>
    <message>
        <source>Profile in the shared AWS files</source>
        <extracomment>Where the keys come from: the files the AWS command line uses</extracomment>
        <translation>Profil in den gemeinsamen AWS-Dateien</translation>
    </message>
    <message>
        <source>IAM Identity Center (sign in)</source>
        <extracomment>Where the keys come from: AWS&apos;s single sign-on, a product name</extracomment>
        <translation>IAM Identity Center (Anmeldung)</translation>
    </message>
    <message>
        <source>Not an address of the form http://host:port or socks5://host:port; a user may stand before the host, as in http://user@host:port.</source>
        <translation>Keine Adresse der Form http://host:port oder socks5://host:port; vor dem Host darf ein Benutzer stehen, wie in http://benutzer@host:port.</translation>
    </message>
    <message>
        <source>Enter the whole path of the CA file, such as /etc/ssl/company.pem.</source>
        <translation>Geben Sie den ganzen Pfad der CA-Datei ein, etwa /etc/ssl/firma.pem.</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>%1 can&apos;t be written. Check the access rights of its folder.</source>
        <translation>%1 kann nicht geschrieben werden. Prüfen Sie die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>The disk with %1 is full. Make room; recording then goes on by itself.</source>
        <translation>Die Platte mit %1 ist voll. Schaffen Sie Platz; die Aufzeichnung läuft dann von selbst weiter.</translation>
    </message>
    <message>
        <source>Another program has %1 open, perhaps another Tallylight. Close it; recording then starts by itself.</source>
        <translation>Ein anderes Programm hat %1 geöffnet, vielleicht ein weiteres Tallylight. Schließen Sie es; die Aufzeichnung beginnt dann von selbst.</translation>
    </message>
    <message>
        <source>%1 is damaged and can&apos;t be moved out of the way.</source>
        <translation>%1 ist beschädigt und lässt sich nicht beiseitelegen.</translation>
    </message>
    <message>
        <source>%1 was damaged. It has been kept as %2, and a new history begun.</source>
        <translation>%1 war beschädigt. Die Datei wurde als %2 aufgehoben und ein neuer Verlauf begonnen.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Tallylight and is left untouched. Update this one, or use another folder with --config.</source>
        <translation>%1 wurde von einem neueren Tallylight geschrieben und bleibt unberührt. Aktualisieren Sie dieses, oder verwenden Sie mit --config einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install it (libqt6sql6-sqlite).</source>
        <translation>Der SQLite-Treiber von Qt fehlt. Installieren Sie ihn (libqt6sql6-sqlite).</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Nothing is being recorded; watching goes on</source>
        <translation>Es wird nichts aufgezeichnet; die Überwachung läuft weiter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>The history had to be started afresh</source>
        <translation>Der Verlauf musste neu begonnen werden</translation>
    </message>
    <message>
        <source>Off: nothing is kept beyond this run.</source>
        <translation>Aus: Über diesen Lauf hinaus wird nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>Opening the history…</source>
        <translation>Verlauf wird geöffnet…</translation>
    </message>
    <message>
        <source>Recording.</source>
        <translation>Aufzeichnung läuft.</translation>
    </message>
</context>
<context>
    <name>RegionFacts</name>
    <message>
        <source>%1 ago, out of date</source>
        <translation>vor %1, veraltet</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>gelesen %1</translation>
    </message>
    <message>
        <source>no channel runs</source>
        <translation>kein Kanal läuft</translation>
    </message>
    <message>
        <source>in step with AWS</source>
        <translation>gleich mit AWS</translation>
    </message>
    <message>
        <source>this computer is %1 behind AWS</source>
        <translation>dieser Computer geht gegenüber AWS %1 nach</translation>
    </message>
    <message>
        <source>this computer is %1 ahead of AWS</source>
        <translation>dieser Computer geht gegenüber AWS %1 vor</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>%1 (%2, %3). %4</source>
        <extracomment>An error: what, in which call, when, and what to do.</extracomment>
        <translation>%1 (%2, %3). %4</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>%1 of %2 running; read %3</source>
        <translation>%1 von %2 in Betrieb; gelesen %3</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>%1; read %2</source>
        <translation>%1; gelesen %2</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>%1; the last turn took %2</source>
        <extracomment>%1 says when alerts were read; a turn asks every running channel once; %2 is a duration</extracomment>
        <translation>%1; der letzte Durchgang dauerte %2</translation>
    </message>
    <message>
        <source>only of rows on screen in Channels Health, pinned channels and channels in trouble</source>
        <translation>nur von sichtbaren Zeilen im Kanalzustand sowie angehefteten und gestörten Kanälen</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
</context>
<context>
    <name>RegionNames</name>
    <message>
        <source>North Virginia</source>
        <translation>Nord-Virginia</translation>
    </message>
    <message>
        <source>Ohio</source>
        <translation>Ohio</translation>
    </message>
    <message>
        <source>Oregon</source>
        <translation>Oregon</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <source>São Paulo</source>
        <translation>São Paulo</translation>
    </message>
    <message>
        <source>Frankfurt</source>
        <translation>Frankfurt</translation>
    </message>
    <message>
        <source>Stockholm</source>
        <translation>Stockholm</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irland</translation>
    </message>
    <message>
        <source>London</source>
        <translation>London</translation>
    </message>
    <message>
        <source>Paris</source>
        <translation>Paris</translation>
    </message>
    <message>
        <source>Tokyo</source>
        <translation>Tokio</translation>
    </message>
    <message>
        <source>Seoul</source>
        <translation>Seoul</translation>
    </message>
    <message>
        <source>Osaka</source>
        <translation>Osaka</translation>
    </message>
    <message>
        <source>Mumbai</source>
        <translation>Mumbai</translation>
    </message>
    <message>
        <source>Hyderabad</source>
        <translation>Hyderabad</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapur</translation>
    </message>
    <message>
        <source>Sydney</source>
        <translation>Sydney</translation>
    </message>
    <message>
        <source>Melbourne</source>
        <translation>Melbourne</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>Malaysia</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>Vereinigte Arabische Emirate</translation>
    </message>
</context>
<context>
    <name>RegionProblem</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a profile, %2 what went wrong.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>RegionProgram</name>
    <message>
        <source>Port %1 can&apos;t be opened: %2</source>
        <extracomment>%1 is a port number, %2 the system&apos;s words, such as &quot;The bound address is already in use&quot;</extracomment>
        <translation>Port %1 kann nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>--%1 %2: must be a whole number from %3 to %4.</source>
        <extracomment>%1 is an option&apos;s name, %2 what was given, %3 and %4 are numbers</extracomment>
        <translation>--%1 %2: muss eine ganze Zahl von %3 bis %4 sein.</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>Zeigt diese Hilfe.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Zeigt die Version.</translation>
    </message>
    <message>
        <source>Port on 127.0.0.1; 0 takes any free one, which is printed.</source>
        <translation>Port auf 127.0.0.1; 0 nimmt irgendeinen freien, der ausgegeben wird.</translation>
    </message>
    <message>
        <source>How many channels (24).</source>
        <translation>Wie viele Kanäle (24).</translation>
    </message>
    <message>
        <source>How many inputs (30).</source>
        <translation>Wie viele Eingänge (30).</translation>
    </message>
    <message>
        <source>What happens: %1.</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>Was geschieht: %1.</translation>
    </message>
    <message>
        <source>The same seed tells the same story (1).</source>
        <translation>Derselbe Startwert erzählt dieselbe Geschichte (1).</translation>
    </message>
    <message>
        <source>Which region to pretend to be (eu-central-1).</source>
        <translation>Als welche Region sie auftritt (eu-central-1).</translation>
    </message>
    <message>
        <source>Milliseconds added to every answer (0).</source>
        <translation>Millisekunden, um die jede Antwort verzögert wird (0).</translation>
    </message>
    <message>
        <source>How many times faster than life the story runs (1).</source>
        <translation>Wievielmal schneller als das Leben die Geschichte läuft (1).</translation>
    </message>
    <message>
        <source>Enforces no request rates.</source>
        <translation>Setzt keine Anfragelimits durch.</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>Unerwartetes Argument: %1</translation>
    </message>
    <message>
        <source>Unknown scenario: %1. There are: %2.</source>
        <translation>Unbekanntes Szenario: %1. Es gibt: %2.</translation>
    </message>
    <message>
        <source>Not the name of an AWS region: %1</source>
        <translation>Kein Name einer AWS-Region: %1</translation>
    </message>
    <message>
        <source>After how many questions a sign-in at IAM Identity Center (start URL: endpoint/start) is confirmed by itself; without it, on its page.</source>
        <translation>Nach wie vielen Nachfragen eine Anmeldung bei IAM Identity Center (Start-URL: Endpunkt/start) von selbst bestätigt wird; ohne diese Option auf ihrer Seite.</translation>
    </message>
    <message>
        <source>A simulated AWS region with MediaLive, CloudWatch, STS and IAM Identity Center on this computer&apos;s loopback. It needs no AWS account; its access key is no secret and opens nothing else.</source>
        <translation>Eine simulierte AWS-Region mit MediaLive, CloudWatch, STS und IAM Identity Center auf der Loopback-Adresse dieses Computers. Sie braucht kein AWS-Konto; ihr Zugriffsschlüssel ist kein Geheimnis und öffnet sonst nichts.</translation>
    </message>
</context>
<context>
    <name>SaveTrouble</name>
    <message>
        <source>The region could not be saved</source>
        <translation>Die Region konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be understood. It was kept as %2.</source>
        <translation>Die Datei %1 ist nicht zu verstehen. Sie wurde als %2 aufgehoben.</translation>
    </message>
    <message>
        <source>The file %1 was written by a newer Tallylight and is left untouched. Start that one, or use another folder with --config.</source>
        <translation>Die Datei %1 wurde von einem neueren Tallylight geschrieben und bleibt unberührt. Starten Sie dieses, oder verwenden Sie mit --config einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read. Check its access rights.</source>
        <translation>Die Datei %1 kann nicht gelesen werden. Prüfen Sie ihre Zugriffsrechte.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be written. Check that its folder may be written to and the disk is not full.</source>
        <translation>Die Datei %1 kann nicht geschrieben werden. Prüfen Sie, ob ihr Ordner beschreibbar und die Platte nicht voll ist.</translation>
    </message>
    <message>
        <source>Another program has changed the regions</source>
        <translation>Ein anderes Programm hat die Regionen geändert</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Load the list again and save once more.</source>
        <translation>Nichts wurde überschrieben. Laden Sie die Liste neu, und speichern Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Creating</source>
        <translation>Wird angelegt</translation>
    </message>
    <message>
        <source>Create failed</source>
        <translation>Anlegen fehlgeschlagen</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Recovering</source>
        <translation>Wiederanlauf</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>Wird geändert</translation>
    </message>
    <message>
        <source>Update failed</source>
        <translation>Änderung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Detached</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Zugeordnet</translation>
    </message>
    <message>
        <source>Set</source>
        <extracomment>an alert that is active</extracomment>
        <translation>Anstehend</translation>
    </message>
    <message>
        <source>Cleared</source>
        <extracomment>an alert that is over</extracomment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Standard</source>
        <extracomment>a channel or input with two pipelines</extracomment>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Single pipeline</source>
        <translation>Einzelpipeline</translation>
    </message>
    <message>
        <source>Static</source>
        <extracomment>an input whose source does not change</extracomment>
        <translation>Statisch</translation>
    </message>
    <message>
        <source>Dynamic</source>
        <extracomment>an input whose source is given when it is switched to</extracomment>
        <translation>Dynamisch</translation>
    </message>
    <message>
        <source>UDP push</source>
        <translation>UDP-Push</translation>
    </message>
    <message>
        <source>RTP push</source>
        <translation>RTP-Push</translation>
    </message>
    <message>
        <source>RTMP push</source>
        <translation>RTMP-Push</translation>
    </message>
    <message>
        <source>RTMP pull</source>
        <translation>RTMP-Pull</translation>
    </message>
    <message>
        <source>HLS pull</source>
        <translation>HLS-Pull</translation>
    </message>
    <message>
        <source>MP4 file</source>
        <translation>MP4-Datei</translation>
    </message>
    <message>
        <source>Transport stream file</source>
        <translation>Transportstromdatei</translation>
    </message>
    <message>
        <source>MediaConnect</source>
        <translation>MediaConnect</translation>
    </message>
    <message>
        <source>MediaConnect router</source>
        <translation>MediaConnect-Router</translation>
    </message>
    <message>
        <source>Elemental Link</source>
        <translation>Elemental Link</translation>
    </message>
    <message>
        <source>AWS CDI</source>
        <translation>AWS CDI</translation>
    </message>
    <message>
        <source>SRT caller</source>
        <translation>SRT-Caller</translation>
    </message>
    <message>
        <source>SRT listener</source>
        <translation>SRT-Listener</translation>
    </message>
    <message>
        <source>Multicast</source>
        <translation>Multicast</translation>
    </message>
    <message>
        <source>SMPTE 2110 receiver group</source>
        <translation>SMPTE-2110-Empfängergruppe</translation>
    </message>
    <message>
        <source>SDI</source>
        <translation>SDI</translation>
    </message>
</context>
<context>
    <name>TableFilter</name>
    <message>
        <source>There is no such column.</source>
        <translation>Es gibt keine solche Spalte.</translation>
    </message>
    <message>
        <source>This is not a regular expression: %1.</source>
        <extracomment>%1 is what is wrong with the expression, in English</extracomment>
        <translation>Das ist kein regulärer Ausdruck: %1.</translation>
    </message>
    <message>
        <source>Type a time such as 2026-11-23 02:57.</source>
        <translation>Geben Sie eine Zeit wie 2026-11-23 02:57 ein.</translation>
    </message>
    <message>
        <source>Type an age such as 30 s, 5 min or 2 h.</source>
        <translation>Geben Sie ein Alter wie 30 s, 5 min oder 2 h ein.</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>Geben Sie eine Zahl ein.</translation>
    </message>
    <message>
        <source>This column can&apos;t be compared with a number or a time.</source>
        <translation>Diese Spalte lässt sich nicht mit einer Zahl oder Zeit vergleichen.</translation>
    </message>
</context>
<context>
    <name>TimeFormat</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>the same moment in UTC and in local time</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>an age in seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>an age in minutes</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <extracomment>an age in days</extracomment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>an age in hours</extracomment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>an age in hours and minutes</extracomment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a number and its unit</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>number of running pipelines unknown</source>
        <translation>Zahl der laufenden Pipelines unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n pipeline(s) running</source>
        <translation>
            <numerusform>%n Pipeline läuft</numerusform>
            <numerusform>%n Pipelines laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 pipelines running</source>
        <extracomment>%1 and %2 are numbers of pipelines</extracomment>
        <translation>%1 von %2 Pipelines in Betrieb</translation>
    </message>
    <message>
        <source>alert: %1</source>
        <extracomment>%1 is AWS&apos;s name for a kind of alert</extracomment>
        <translation>Alert: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) set</source>
        <translation>
            <numerusform>%n Alert steht an</numerusform>
            <numerusform>%n Alerts stehen an</numerusform>
        </translation>
    </message>
    <message>
        <source>alert set</source>
        <translation>Alert steht an</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>channel state: %1</source>
        <extracomment>%1 is a channel state such as Recovering</extracomment>
        <translation>Kanalstatus: %1</translation>
    </message>
    <message>
        <source>not seen lately</source>
        <translation>länger nicht gesehen</translation>
    </message>
    <message>
        <source>readings out of date</source>
        <translation>Messwerte veraltet</translation>
    </message>
    <message>
        <source>alerts not known</source>
        <translation>Alerts unbekannt</translation>
    </message>
    <message>
        <source>readings missing</source>
        <translation>Messwerte fehlen</translation>
    </message>
    <message>
        <source>an output group writes nothing</source>
        <translation>eine Ausgabegruppe schreibt nichts</translation>
    </message>
    <message>
        <source>no input video</source>
        <translation>kein Eingangsvideo</translation>
    </message>
    <message>
        <source>fill frames</source>
        <translation>Füllbilder</translation>
    </message>
    <message>
        <source>input loss</source>
        <translation>Eingangsverlust</translation>
    </message>
    <message>
        <source>dropped frames</source>
        <translation>verlorene Bilder</translation>
    </message>
    <message>
        <source>quality reduced to keep up</source>
        <translation>Qualität verringert, um Schritt zu halten</translation>
    </message>
    <message>
        <source>output errors (HTTP 4xx)</source>
        <translation>Ausgabefehler (HTTP 4xx)</translation>
    </message>
    <message>
        <source>output errors (HTTP 5xx)</source>
        <translation>Ausgabefehler (HTTP 5xx)</translation>
    </message>
    <message>
        <source>on the backup input</source>
        <translation>auf dem Reserveeingang</translation>
    </message>
    <message>
        <source>Not observed yet.</source>
        <translation>Noch nicht abgefragt.</translation>
    </message>
    <message>
        <source>Out of date: last seen %1 ago, %2.</source>
        <extracomment>%1 is an age such as 5 min, %2 a time with its zone</extracomment>
        <translation>Veraltet: zuletzt gesehen vor %1, %2.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 says what went wrong, %2 what can be done about it</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Still set</source>
        <extracomment>How an alert ended: it has not</extracomment>
        <translation>Steht noch an</translation>
    </message>
    <message>
        <source>Recovered</source>
        <extracomment>How an alert ended: what it warned of is over</extracomment>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Channel stopped</source>
        <extracomment>How an alert ended: the channel stopped</extracomment>
        <translation>Kanal gestoppt</translation>
    </message>
    <message>
        <source>Ended unseen</source>
        <extracomment>How an alert ended: while nobody looked</extracomment>
        <translation>Unbemerkt beendet</translation>
    </message>
    <message>
        <source>Not known</source>
        <extracomment>How an alert ended</extracomment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>The alert is set.</source>
        <translation>Der Alert steht an.</translation>
    </message>
    <message>
        <source>AWS cleared the alert while the channel was running.</source>
        <translation>AWS hat den Alert beendet, während der Kanal lief.</translation>
    </message>
    <message>
        <source>The channel stopped, which clears its alerts. It says nothing about the cause.</source>
        <translation>Der Kanal ist gestoppt, was seine Alerts beendet. Über die Ursache sagt das nichts.</translation>
    </message>
    <message>
        <source>Nobody looked for more than five minutes; AWS does not tell of cleared alerts for longer.</source>
        <translation>Mehr als fünf Minuten lang wurde nicht überwacht; länger nennt AWS beendete Alerts nicht.</translation>
    </message>
    <message>
        <source>AWS does not list the alert any more and does not say why.</source>
        <translation>AWS führt den Alert nicht mehr auf und sagt nicht, warum.</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>no input since the start</source>
        <translation>kein Eingangssignal seit dem Start</translation>
    </message>
    <message>
        <source>alert counted by CloudWatch</source>
        <translation>Alert laut CloudWatch</translation>
    </message>
    <message>
        <source>pipelines not synchronised</source>
        <translation>Pipelines nicht synchron</translation>
    </message>
    <message>
        <source>RTP packets lost</source>
        <translation>RTP-Pakete verloren</translation>
    </message>
    <message>
        <source>input errors</source>
        <translation>Eingangsfehler</translation>
    </message>
    <message>
        <source>low media quality</source>
        <translation>geringe Medienqualität</translation>
    </message>
    <message>
        <source>frame rate unstable</source>
        <translation>Bildrate schwankt</translation>
    </message>
</context>
<context>
    <name>tallylight::app::ExportRun</name>
    <message numerus="yes">
        <source>%n more call(s) failed as well.</source>
        <comment>export, on standard error</comment>
        <translation>
            <numerusform>%n weiterer Aufruf ist ebenfalls fehlgeschlagen.</numerusform>
            <numerusform>%n weitere Aufrufe sind ebenfalls fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set.</source>
        <translation>AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY sind nicht beide gesetzt.</translation>
    </message>
    <message>
        <source>Profiles of the shared AWS files can&apos;t be used by this version.</source>
        <translation>Profile der gemeinsamen AWS-Dateien kann diese Version nicht verwenden.</translation>
    </message>
    <message>
        <source>No access key is stored in the keychain; open the profile and enter one.</source>
        <translation>Im Schlüsselbund ist kein Zugriffsschlüssel gespeichert; öffnen Sie das Profil und geben Sie einen ein.</translation>
    </message>
    <message>
        <source>The keychain denied access.</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert.</translation>
    </message>
    <message>
        <source>The keychain is locked; unlock it and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt; entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>No keychain service is running.</source>
        <translation>Kein Schlüsselbund-Dienst gestartet.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>The keychain could not be read.</source>
        <translation>Der Schlüsselbund konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>A shared AWS file can&apos;t be read.</source>
        <translation>Eine gemeinsame AWS-Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The AWS profile gives no keys.</source>
        <translation>Das AWS-Profil liefert keine Schlüssel.</translation>
    </message>
    <message>
        <source>The credential_process gave no keys.</source>
        <translation>Der credential_process hat keine Schlüssel geliefert.</translation>
    </message>
    <message>
        <source>The role asks for the code of an MFA device, which can be entered in the window only.</source>
        <translation>Die Rolle verlangt den Code eines MFA-Geräts; der lässt sich nur im Fenster eingeben.</translation>
    </message>
    <message>
        <source>The role can&apos;t be assumed with these keys.</source>
        <translation>Die Rolle kann mit diesen Schlüsseln nicht übernommen werden.</translation>
    </message>
    <message>
        <source>The temporary keys have run out; enter new ones.</source>
        <translation>Die temporären Schlüssel sind abgelaufen; geben Sie neue ein.</translation>
    </message>
    <message>
        <source>Nobody is signed in to IAM Identity Center; sign in first.</source>
        <translation>Niemand ist bei IAM Identity Center angemeldet; melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>Identity Center does not give this role to who has signed in.</source>
        <translation>Identity Center gibt der angemeldeten Person diese Rolle nicht.</translation>
    </message>
</context>
<context>
    <name>tallylight::app::Screenshots</name>
    <message>
        <source>The folder %1 can&apos;t be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>tallylight::models::TableFilterProxy</name>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is a number of rows, %2 says why they are unknown: &quot;3 stale&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::AboutDialog</name>
    <message>
        <source>About Tallylight</source>
        <translation>Über Tallylight</translation>
    </message>
    <message>
        <source>A control-room monitor for AWS Elemental MediaLive. It only reads: it never changes, starts or stops anything in your account.</source>
        <translation>Ein Kontrollraum-Monitor für AWS Elemental MediaLive. Er liest nur: In Ihrem Konto ändert, startet oder stoppt er nie etwas.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty. You may use, study, share and change it under its terms.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später, ohne jede Gewährleistung. Sie dürfen sie gemäß deren Bedingungen verwenden, untersuchen, weitergeben und ändern.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Version %1</source>
        <extracomment>%1 is a version number</extracomment>
        <translation>Version %1</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::BundleDialog</name>
    <message>
        <source>Program and computer</source>
        <translation>Programm und Computer</translation>
    </message>
    <message>
        <source>Versions of Tallylight, Qt, TLS, SQLite and the system</source>
        <translation>Versionen von Tallylight, Qt, TLS, SQLite und dem System</translation>
    </message>
    <message>
        <source>Region profiles</source>
        <translation>Regionsprofile</translation>
    </message>
    <message>
        <source>Names, regions, hosts and intervals; of account ids the last four digits; no keys, users or passwords</source>
        <translation>Namen, Regionen, Hosts und Intervalle; von Konto-IDs die letzten vier Ziffern; keine Schlüssel, Benutzer oder Passwörter</translation>
    </message>
    <message>
        <source>How each region answers</source>
        <translation>Wie jede Region antwortet</translation>
    </message>
    <message>
        <source>What was last seen when, the last errors, and the clock</source>
        <translation>Was zuletzt wann gesehen wurde, die letzten Fehler und die Uhr</translation>
    </message>
    <message>
        <source>The last API calls</source>
        <translation>Die letzten API-Aufrufe</translation>
    </message>
    <message>
        <source>Operation, time, status, request id and size; no headers, queries or contents</source>
        <translation>Operation, Zeit, Status, Request-ID und Größe; keine Header, Abfragen oder Inhalte</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Columns, filters, saved views and options of the window</source>
        <translation>Spalten, Filter, gespeicherte Ansichten und Optionen des Fensters</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Names and sizes of the program&apos;s own files</source>
        <translation>Namen und Größen der eigenen Dateien des Programms</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Which variables are set, without their values</source>
        <translation>Welche Variablen gesetzt sind, ohne ihre Werte</translation>
    </message>
    <message>
        <source>Diagnostics bundle</source>
        <translation>Diagnosepaket</translation>
    </message>
    <message>
        <source>For a support request: facts about this program and how AWS answers it, in one archive. Below is exactly what it would hold. Nothing is sent anywhere; you choose where to save it and whom to give it to.</source>
        <translation>Für eine Support-Anfrage: Fakten über dieses Programm und wie AWS ihm antwortet, in einem Archiv. Unten steht genau, was es enthielte. Nichts wird irgendwohin gesendet; Sie wählen, wo es gespeichert wird und wem Sie es geben.</translation>
    </message>
    <message>
        <source>Parts of the bundle</source>
        <translation>Teile des Pakets</translation>
    </message>
    <message>
        <source>What this part holds</source>
        <translation>Was dieser Teil enthält</translation>
    </message>
    <message>
        <source>&amp;Collect again</source>
        <translation>&amp;Neu sammeln</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>Ordner ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>Nichts ist angekreuzt.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1. Leave out what you would rather keep.</source>
        <translation>
            <numerusform>%n Datei, %1. Lassen Sie weg, was Sie lieber behalten.</numerusform>
            <numerusform>%n Dateien, %1. Lassen Sie weg, was Sie lieber behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the diagnostics bundle</source>
        <translation>Diagnosepaket speichern</translation>
    </message>
    <message>
        <source>Archives (*.tar)</source>
        <translation>Archive (*.tar)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <extracomment>%1 is a file name, %2 the system&apos;s words for what went wrong</extracomment>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Saved as %1, readable by you only.</source>
        <translation>Gespeichert als %1, nur für Sie lesbar.</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::CallsWindow</name>
    <message>
        <source>API calls</source>
        <translation>API-Aufrufe</translation>
    </message>
    <message>
        <source>The selected call, and what it means</source>
        <translation>Der ausgewählte Aufruf und was er bedeutet</translation>
    </message>
    <message>
        <source>Filter the calls</source>
        <translation>Aufrufe filtern</translation>
    </message>
    <message>
        <source>Filter: operation, code, request id…</source>
        <translation>Filter: Operation, Code, Request-ID…</translation>
    </message>
    <message>
        <source>Calls of which profile</source>
        <translation>Aufrufe welches Profils</translation>
    </message>
    <message>
        <source>Pro&amp;blems only</source>
        <translation>Nur Pro&amp;bleme</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Keeps the list as it is; the calls go on and are not kept</source>
        <translation>Lässt die Liste, wie sie ist; die Aufrufe gehen weiter und werden nicht festgehalten</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Forgets all calls listed</source>
        <translation>Vergisst alle aufgelisteten Aufrufe</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Puts the selected calls on the clipboard, or all that are shown</source>
        <translation>Legt die ausgewählten Aufrufe in die Zwischenablage, oder alle gezeigten</translation>
    </message>
    <message>
        <source>Calls to AWS</source>
        <translation>Aufrufe an AWS</translation>
    </message>
    <message>
        <source>This computer&apos;s clock against AWS&apos;s, as the newest answer of each profile told. AWS refuses requests that are five minutes off.</source>
        <translation>Die Uhr dieses Computers gegen die von AWS, wie es die neueste Antwort jedes Profils zeigte. AWS lehnt Anfragen ab, die fünf Minuten danebenliegen.</translation>
    </message>
    <message>
        <source>All profiles</source>
        <translation>Alle Profile</translation>
    </message>
    <message>
        <source>Select a call to see what it was and what it means.</source>
        <translation>Wählen Sie einen Aufruf, um zu sehen, was er war und was er bedeutet.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n call(s)</source>
        <extracomment>%1 of %n calls are shown</extracomment>
        <translation>
            <numerusform>%1 von %n Aufruf</numerusform>
            <numerusform>%1 von %n Aufrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message numerus="yes">
        <source>%n not kept while paused</source>
        <translation>
            <numerusform>%n während der Pause nicht festgehalten</numerusform>
            <numerusform>%n während der Pause nicht festgehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a profile, %2 how its servers&apos; clock is: in step</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Clock – %1</source>
        <translation>Uhr – %1</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ChannelDetailPanel</name>
    <message>
        <source>Channel detail</source>
        <translation>Kanaldetails</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Show the detail of the channel</source>
        <translation>Die Details des Kanals zeigen</translation>
    </message>
    <message>
        <source>Detail of the channel</source>
        <translation>Details des Kanals</translation>
    </message>
    <message>
        <source>No channel selected</source>
        <translation>Kein Kanal ausgewählt</translation>
    </message>
    <message>
        <source>Select a channel to see both of its legs here.</source>
        <translation>Wählen Sie einen Kanal aus, um hier seine beiden Pipelines zu sehen.</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <extracomment>%1 is the name of a channel</extracomment>
        <translation>%1 ist nicht mehr da</translation>
    </message>
    <message>
        <source>The channel has been deleted on AWS.</source>
        <translation>Der Kanal wurde bei AWS gelöscht.</translation>
    </message>
    <message>
        <source>Waiting for the channel</source>
        <translation>Warten auf den Kanal</translation>
    </message>
    <message>
        <source>The list of channels has not arrived yet.</source>
        <translation>Die Kanalliste ist noch nicht da.</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ChannelsPage</name>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Loading channels…</source>
        <translation>Kanäle werden geladen…</translation>
    </message>
    <message>
        <source>No channels here</source>
        <translation>Hier sind keine Kanäle</translation>
    </message>
    <message>
        <source>The regions shown have been read completely, and MediaLive has no channels in them.</source>
        <translation>Die gezeigten Regionen wurden vollständig gelesen; MediaLive hat darin keine Kanäle.</translation>
    </message>
    <message>
        <source>Show in Channels Health</source>
        <translation>Im Kanalzustand zeigen</translation>
    </message>
    <message>
        <source>Show its inputs</source>
        <translation>Seine Eingänge zeigen</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ChartFoot</name>
    <message>
        <source>Locked at %1 (Esc lets go)</source>
        <extracomment>Before the time at which a chart&apos;s cursor is locked</extracomment>
        <translation>Fixiert bei %1 (Esc löst)</translation>
    </message>
    <message>
        <source>Newest: %1</source>
        <extracomment>Before the time of the charts&apos; newest point</extracomment>
        <translation>Neuester Punkt: %1</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ChartGrid</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Leg %1</source>
        <extracomment>A line of a chart; %1 is the number of a pipeline, 0 or 1</extracomment>
        <translation>Pipeline %1</translation>
    </message>
    <message>
        <source>Least to greatest</source>
        <translation>Kleinster bis größter Wert</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ChartSaver</name>
    <message>
        <source>Images (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Save the charts</source>
        <translation>Diagramme speichern</translation>
    </message>
    <message>
        <source>There is nothing that could be saved.</source>
        <translation>Es gibt nichts zu speichern.</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ColumnFilterEditor</name>
    <message>
        <source>Remove</source>
        <extracomment>Button that takes the filter of one column away.</extracomment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Filter of column %1</source>
        <translation>Filter der Spalte %1</translation>
    </message>
    <message>
        <source>more than</source>
        <extracomment>Comparison of a number, a time or an age in a column filter.</extracomment>
        <translation>größer als</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>kleiner als</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>matches pattern</source>
        <translation>passt auf Muster</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>ist nicht leer</translation>
    </message>
    <message>
        <source>Comparison for column %1</source>
        <translation>Vergleich für Spalte %1</translation>
    </message>
    <message>
        <source>Value for column %1</source>
        <translation>Wert für Spalte %1</translation>
    </message>
    <message>
        <source>Remove filter of column %1</source>
        <translation>Filter der Spalte %1 entfernen</translation>
    </message>
    <message>
        <source>one, two, …</source>
        <translation>eins, zwei, …</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ConnectionTestPanel</name>
    <message numerus="yes">
        <source>%n channel(s)</source>
        <translation>
            <numerusform>%n Kanal</numerusform>
            <numerusform>%n Kanäle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n Eingang</numerusform>
            <numerusform>%n Eingänge</numerusform>
        </translation>
    </message>
    <message>
        <source>in step with AWS</source>
        <translation>gleich mit AWS</translation>
    </message>
    <message>
        <source>off by %1, which AWS accepts</source>
        <translation>weicht um %1 ab, was AWS akzeptiert</translation>
    </message>
    <message>
        <source>account %1, %2</source>
        <extracomment>%1 is an AWS account number, %2 the ARN of a user or role</extracomment>
        <translation>Konto %1, %2</translation>
    </message>
    <message>
        <source>Host names</source>
        <translation>Hostnamen</translation>
    </message>
    <message>
        <source>Connection and certificate</source>
        <translation>Verbindung und Zertifikat</translation>
    </message>
    <message>
        <source>This computer&apos;s clock</source>
        <translation>Uhr dieses Computers</translation>
    </message>
    <message>
        <source>Keys and signature</source>
        <translation>Schlüssel und Signatur</translation>
    </message>
    <message>
        <source>Who the keys belong to</source>
        <translation>Wem die Schlüssel gehören</translation>
    </message>
    <message>
        <source>List channels</source>
        <translation>Kanäle auflisten</translation>
    </message>
    <message>
        <source>List inputs</source>
        <translation>Eingänge auflisten</translation>
    </message>
    <message>
        <source>Describe a channel</source>
        <translation>Einen Kanal abfragen</translation>
    </message>
    <message>
        <source>List alerts</source>
        <translation>Alerts auflisten</translation>
    </message>
    <message>
        <source>List metrics</source>
        <translation>Metriken auflisten</translation>
    </message>
    <message>
        <source>Read metrics</source>
        <translation>Metriken lesen</translation>
    </message>
    <message>
        <source>List CloudWatch alarms</source>
        <translation>CloudWatch-Alarme auflisten</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop the connection test</source>
        <translation>Den Verbindungstest stoppen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>IAM policy</source>
        <translation>IAM-Richtlinie</translation>
    </message>
    <message>
        <source>The permissions Tallylight needs, to paste into the IAM console</source>
        <translation>Die Rechte, die Tallylight braucht, zum Einfügen in die IAM-Konsole</translation>
    </message>
    <message>
        <source>Copy policy</source>
        <translation>Richtlinie kopieren</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Test läuft…</translation>
    </message>
    <message>
        <source>asking…</source>
        <extracomment>A step of the connection test is being carried out</extracomment>
        <translation>wird abgefragt…</translation>
    </message>
    <message>
        <source>Testing, step %1 of %2…</source>
        <extracomment>Progress of the connection test: %1 of %2 steps</extracomment>
        <translation>Test läuft, Schritt %1 von %2…</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <extracomment>Outcome of a test step; %1 is what went wrong</extracomment>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not asked: there is no channel</source>
        <translation>nicht gefragt: Es gibt keinen Kanal</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>passed</source>
        <extracomment>Outcome of a test step; %1 is a fact it brought, such as &quot;24 channels&quot;</extracomment>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>passed: %1</source>
        <translation>bestanden: %1</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Alles funktioniert.</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed, %3 not asked</source>
        <extracomment>Result of the connection test: numbers of steps</extracomment>
        <translation>%1 bestanden, %2 fehlgeschlagen, %3 nicht gefragt</translation>
    </message>
    <message>
        <source>Describe an input</source>
        <translation>Einen Eingang abfragen</translation>
    </message>
    <message>
        <source>Fetch a thumbnail</source>
        <translation>Ein Vorschaubild abrufen</translation>
    </message>
    <message>
        <source>not asked: there is no input</source>
        <translation>nicht gefragt: es gibt keinen Eingang</translation>
    </message>
    <message>
        <source>not asked: no channel is running</source>
        <translation>nicht gefragt: kein Kanal läuft</translation>
    </message>
    <message>
        <source>Read metrics with free requests</source>
        <translation>Metriken mit kostenlosen Anfragen lesen</translation>
    </message>
    <message>
        <source>All that Tallylight needs, and only to read. Paste it into a new policy in the IAM console and attach that to the user or role.</source>
        <translation>Alles, was Tallylight braucht, und nur zum Lesen. Fügen Sie es in der IAM-Konsole in eine neue Richtlinie ein und hängen Sie diese an den Benutzer oder die Rolle.</translation>
    </message>
    <message>
        <source>not allowed, and not needed</source>
        <translation>nicht erlaubt und nicht nötig</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::CopiedKeys</name>
    <message>
        <source>They are stored once more, for this region. Untick it to enter others.</source>
        <translation>Sie werden für diese Region noch einmal gespeichert. Entfernen Sie den Haken, um andere einzugeben.</translation>
    </message>
    <message>
        <source>Use the keys of %1</source>
        <extracomment>%1 is the name of a region profile</extracomment>
        <translation>Schlüssel von %1 verwenden</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::CostsPage</name>
    <message>
        <source> USD</source>
        <translation> USD</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Price of 1,000 metrics</source>
        <translation>Preis für 1.000 Metriken</translation>
    </message>
    <message>
        <source>Price of 1,000 requests</source>
        <translation>Preis für 1.000 Anfragen</translation>
    </message>
    <message>
        <source>Free requests a month</source>
        <translation>Kostenlose Anfragen im Monat</translation>
    </message>
    <message>
        <source>Date of the prices</source>
        <translation>Datum der Preise</translation>
    </message>
    <message>
        <source>Use the prices this version comes with</source>
        <translation>Mitgelieferte Preise dieser Version verwenden</translation>
    </message>
    <message>
        <source>1,000 &amp;metrics (GetMetricData)</source>
        <translation>1.000 &amp;Metriken (GetMetricData)</translation>
    </message>
    <message>
        <source>1,000 other &amp;requests</source>
        <translation>1.000 andere &amp;Anfragen</translation>
    </message>
    <message>
        <source>&amp;Free requests a month, per account</source>
        <translation>&amp;Kostenlose Anfragen im Monat, je Konto</translation>
    </message>
    <message>
        <source>Prices as of the &amp;day</source>
        <translation>&amp;Stand der Preise</translation>
    </message>
    <message>
        <source>Spent so far (estimated)</source>
        <translation>Bisher verbraucht (geschätzt)</translation>
    </message>
    <message>
        <source>Spending of each region</source>
        <translation>Verbrauch jeder Region</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>This hour</source>
        <translation>Diese Stunde</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>By month end</source>
        <translation>Bis Monatsende</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>&amp;Start counting at nothing…</source>
        <translation>&amp;Zählung bei null beginnen…</translation>
    </message>
    <message>
        <source>For the selected regions, as when a new budget begins</source>
        <translation>Für die ausgewählten Regionen, wie bei Beginn eines neuen Budgets</translation>
    </message>
    <message>
        <source>Entered by hand.</source>
        <translation>Von Hand eingegeben.</translation>
    </message>
    <message>
        <source>Start counting at nothing for %1? The budget of the month is then whole again, whatever AWS has charged already.</source>
        <translation>Die Zählung für %1 bei null beginnen? Das Budget des Monats steht dann wieder ganz zur Verfügung, auch wenn AWS schon etwas berechnet hat.</translation>
    </message>
    <message>
        <source>Start counting anew</source>
        <translation>Zählung neu beginnen</translation>
    </message>
    <message>
        <source>Start at nothing</source>
        <translation>Bei null beginnen</translation>
    </message>
    <message>
        <source>From the file prices.json.</source>
        <translation>Aus der Datei prices.json.</translation>
    </message>
    <message>
        <source>Use the prices of prices.json</source>
        <translation>Preise aus prices.json verwenden</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::DataFileActions</name>
    <message>
        <source>Data files</source>
        <translation>Datendateien</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Metrics it does not change are as this version knows them.</source>
        <translation>Metriken, die sie nicht ändert, sind so, wie diese Version sie kennt.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>The prices this version comes with are used.</source>
        <translation>Es gelten die Preise, die diese Version mitbringt.</translation>
    </message>
    <message>
        <source>Health rules</source>
        <translation>Zustandsregeln</translation>
    </message>
    <message>
        <source>Rules it does not change are as this version has them.</source>
        <translation>Regeln, die sie nicht ändert, sind so, wie diese Version sie hat.</translation>
    </message>
    <message>
        <source>Not everything in %1 could be used</source>
        <extracomment>%1 is the name of a file such as metrics.json</extracomment>
        <translation>Nicht alles in %1 war brauchbar</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten…</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::DataFilesPage</name>
    <message>
        <source>Not there. %1</source>
        <extracomment>A file of settings does not exist; %1 is a sentence on what is used instead</extracomment>
        <translation>Nicht vorhanden. %1</translation>
    </message>
    <message>
        <source>In force.</source>
        <translation>Gilt.</translation>
    </message>
    <message>
        <source>Not everything in it could be used. %1</source>
        <extracomment>%1 is a sentence on what is used instead</extracomment>
        <translation>Nicht alles darin war brauchbar. %1</translation>
    </message>
    <message>
        <source>Files that change what Tallylight comes with. They are read when it starts; their formats are described in README.md.</source>
        <translation>Dateien, die ändern, was Tallylight mitbringt. Sie werden beim Start gelesen; ihre Formate beschreibt README.md.</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::FilterBar</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A filter button: what it filters by, and the one value chosen.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln chosen</source>
        <extracomment>A filter button: what it filters by, and how many values are chosen.</extracomment>
        <translation>
            <numerusform>%1: %Ln gewählt</numerusform>
            <numerusform>%1: %Ln gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Quick filter over all columns</source>
        <translation>Schnellfilter über alle Spalten</translation>
    </message>
    <message>
        <source>Filter all columns</source>
        <translation>Alle Spalten filtern</translation>
    </message>
    <message>
        <source>&lt;p&gt;All words must be found somewhere in the row.&lt;/p&gt;&lt;table cellspacing=&apos;4&apos;&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;news berlin&lt;/b&gt;&lt;/td&gt;&lt;td&gt;both words&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;&quot;cam 2&quot;&lt;/b&gt;&lt;/td&gt;&lt;td&gt;exactly this&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;-test&lt;/b&gt;&lt;/td&gt;&lt;td&gt;without this&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;name:cam&lt;/b&gt;&lt;/td&gt;&lt;td&gt;in one column only&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;age:&amp;gt;60&lt;/b&gt;&lt;/td&gt;&lt;td&gt;more than, less than (&amp;lt;)&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;/cam [12]$/&lt;/b&gt;&lt;/td&gt;&lt;td&gt;regular expression&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</source>
        <translation>&lt;p&gt;Alle Wörter müssen irgendwo in der Zeile vorkommen.&lt;/p&gt;&lt;table cellspacing=&apos;4&apos;&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;news berlin&lt;/b&gt;&lt;/td&gt;&lt;td&gt;beide Wörter&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;&quot;cam 2&quot;&lt;/b&gt;&lt;/td&gt;&lt;td&gt;genau dies&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;-test&lt;/b&gt;&lt;/td&gt;&lt;td&gt;ohne dies&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;name:cam&lt;/b&gt;&lt;/td&gt;&lt;td&gt;nur in einer Spalte&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;alter:&amp;gt;60&lt;/b&gt;&lt;/td&gt;&lt;td&gt;größer als, kleiner als (&amp;lt;)&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;/cam [12]$/&lt;/b&gt;&lt;/td&gt;&lt;td&gt;regulärer Ausdruck&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Nach Status filtern</translation>
    </message>
    <message>
        <source>Filter by profile</source>
        <translation>Nach Profil filtern</translation>
    </message>
    <message>
        <source>Filter by tag</source>
        <translation>Nach Tag filtern</translation>
    </message>
    <message>
        <source>Add a filter for one column</source>
        <translation>Einen Filter für eine Spalte hinzufügen</translation>
    </message>
    <message>
        <source>+ Column filter</source>
        <translation>+ Spaltenfilter</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter löschen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A state and how many rows have it.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No profiles yet</source>
        <translation>Noch keine Profile</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more; type one into the filter field</source>
        <translation>
            <numerusform>… und %Ln weiteres; geben Sie eines in das Filterfeld ein</numerusform>
            <numerusform>… und %Ln weitere; geben Sie eines in das Filterfeld ein</numerusform>
        </translation>
    </message>
    <message>
        <source>No tags in this table</source>
        <translation>Keine Tags in dieser Tabelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Chosen in the list of regions on the left.</source>
        <translation>In der Regionsliste links gewählt.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Regions in detail</source>
        <translation>Regionen im Einzelnen</translation>
    </message>
    <message>
        <source>No region is being watched yet</source>
        <translation>Noch wird keine Region überwacht</translation>
    </message>
    <message>
        <source>Add a region of an AWS account to see who is asking, how each API answers and what went wrong last, or open the demo, which needs no account.</source>
        <translation>Fügen Sie eine Region eines AWS-Kontos hinzu, um zu sehen, wer fragt, wie jede API antwortet und was zuletzt fehlschlug; oder öffnen Sie die Demo, die kein Konto braucht.</translation>
    </message>
    <message>
        <source>Add a region…</source>
        <translation>Region hinzufügen…</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::HealthChart</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>Leg %1: no data</source>
        <extracomment>%1 is the number of a pipeline, 0 or 1</extracomment>
        <translation>Pipeline %1: keine Daten</translation>
    </message>
    <message numerus="yes">
        <source>Leg %1: newest %2, least %3, most %4, %n gap(s)</source>
        <extracomment>%1 is the number of a pipeline, 0 or 1; %2 to %4 are values with their unit</extracomment>
        <translation>
            <numerusform>Pipeline %1: neuester Wert %2, kleinster %3, größter %4, %n Lücke</numerusform>
            <numerusform>Pipeline %1: neuester Wert %2, kleinster %3, größter %4, %n Lücken</numerusform>
        </translation>
    </message>
    <message>
        <source>Wheel or + and - zoom, dragging or the arrow keys move, a double click or 0 shows everything, Shift with an arrow key reads values, a click or L locks the cursor and Escape lets it go.</source>
        <translation>Mausrad oder + und - zoomen, Ziehen oder die Pfeiltasten verschieben, ein Doppelklick oder 0 zeigt alles, Umschalt mit einer Pfeiltaste liest Werte ab, ein Klick oder L fixiert den Cursor, und Escape löst ihn.</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::HealthChartBar</name>
    <message>
        <source>%1 h</source>
        <extracomment>Length of time shown by a chart, on a button: %1 hours</extracomment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <extracomment>Length of time shown by a chart, on a button: %1 days</extracomment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Show the last %1</source>
        <extracomment>Name of a button for screen readers; %1 is a length of time such as &quot;24 h&quot;</extracomment>
        <translation>Zeitraum %1 zeigen</translation>
    </message>
    <message>
        <source>The last %1, a point every %2</source>
        <translation>Zeitraum %1, ein Punkt je %2</translation>
    </message>
    <message>
        <source>From zero</source>
        <translation>Ab null</translation>
    </message>
    <message>
        <source>Value axis from zero</source>
        <translation>Werteachse ab null</translation>
    </message>
    <message>
        <source>The value axis starts at zero rather than at the least value</source>
        <translation>Die Werteachse beginnt bei null statt beim kleinsten Wert</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>Zoom zurücksetzen</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Loading the chart</source>
        <translation>Diagramm wird geladen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>Laden abbrechen</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Redundancy</source>
        <translation>Redundanz</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Picture quality</source>
        <translation>Bildqualität</translation>
    </message>
    <message>
        <source>Link device</source>
        <translation>Link-Gerät</translation>
    </message>
    <message>
        <source>Other</source>
        <extracomment>A group of metrics this version does not know</extracomment>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>The usual ones</source>
        <translation>Die üblichen</translation>
    </message>
    <message>
        <source>Shows the metrics that were shown before anybody chose others</source>
        <translation>Zeigt die Metriken, die zu sehen waren, bevor jemand andere wählte</translation>
    </message>
    <message>
        <source>By channel</source>
        <extracomment>Button: charts of all chosen metrics of one channel</extracomment>
        <translation>Nach Kanal</translation>
    </message>
    <message>
        <source>All chosen metrics of the first selected channel</source>
        <translation>Alle gewählten Metriken des ersten ausgewählten Kanals</translation>
    </message>
    <message>
        <source>By metric</source>
        <extracomment>Button: charts of one metric, one for each selected channel</extracomment>
        <translation>Nach Metrik</translation>
    </message>
    <message>
        <source>One metric of all selected channels, one below the other</source>
        <translation>Eine Metrik aller ausgewählten Kanäle, untereinander</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Metrics shown</source>
        <translation>Gezeigte Metriken</translation>
    </message>
    <message>
        <source>Full height</source>
        <translation>Volle Höhe</translation>
    </message>
    <message>
        <source>Gives the charts the room of the table (F)</source>
        <translation>Gibt den Diagrammen den Platz der Tabelle (F)</translation>
    </message>
    <message>
        <source>Save the charts</source>
        <translation>Diagramme speichern</translation>
    </message>
    <message>
        <source>Save the charts or what they are drawn from (S)</source>
        <translation>Die Diagramme speichern oder die Daten, aus denen sie gezeichnet sind (S)</translation>
    </message>
    <message>
        <source>Image on &amp;white (PNG)…</source>
        <translation>Bild auf &amp;Weiß (PNG)…</translation>
    </message>
    <message>
        <source>Image on &amp;dark (PNG)…</source>
        <translation>Bild auf &amp;Dunkel (PNG)…</translation>
    </message>
    <message>
        <source>Drawing on w&amp;hite (SVG)…</source>
        <translation>Zeichnung auf We&amp;iß (SVG)…</translation>
    </message>
    <message>
        <source>Drawing on d&amp;ark (SVG)…</source>
        <translation>Zeichnung auf D&amp;unkel (SVG)…</translation>
    </message>
    <message>
        <source>&amp;Values (CSV)…</source>
        <translation>We&amp;rte (CSV)…</translation>
    </message>
    <message>
        <source>&amp;Events (CSV)…</source>
        <extracomment>Alerts, channel states and times of no observation, as a file</extracomment>
        <translation>&amp;Ereignisse (CSV)…</translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s) shown</source>
        <extracomment>Tool tip of the button that opens the list of metrics</extracomment>
        <translation>
            <numerusform>%n Metrik gezeigt</numerusform>
            <numerusform>%n Metriken gezeigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::ui::HealthChartPanel</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>Headline of a chart: %1 is a channel, %2 a region profile</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Channel %1 in %2</source>
        <translation>Kanal %1 in %2</translation>
    </message>
    <message>
        <source>No channel selected</source>
        <translation>Kein Kanal ausgewählt</translation>
    </message>
    <message>
        <source>Select one or more rows of the table to see their history here.</source>
        <translation>Wählen Sie eine oder mehrere Zeilen der Tabelle aus, um hier ihren Verlauf zu sehen.</translation>
    </message>
    <message>
        <source>The channel is not running</source>
        <translation>Der Kanal läuft nicht</translation>
    </message>
    <message>
        <source>The selected channels are not running</source>
        <translation>Die ausgewählten Kanäle laufen nicht</translation>
    </message>
    <message>
        <source>A channel that does not run publishes no metrics. CloudWatch still has what was measured before.</source>
        <translation>Ein Kanal, der nicht läuft, liefert keine Metriken. CloudWatch hat noch, was vorher gemessen wurde.</translation>
    </message>
    <message>
        <source>Show its history</source>
        <translation>Verlauf zeigen</translation>
    </message>
    <message>
        <source>Loading was cancelled</source>
        <translation>Das Laden wurde abgebrochen</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Erneut laden</translation>
    </message>
    <message>
        <source>loaded %1</source>
        <translation>geladen %1</translation>
    </message>
    <message numerus="yes">
        <source>the first %n selected channel(s)</source>
        <translation>
            <numerusform>nur %n ausgewählter Kanal</numerusform>
            <numerusform>nur die ersten %n ausgewählten Kanäle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected channel(s) not running</source>
        <translation>
            <numerusform>%n ausgewählter Kanal läuft nicht</numerusform>
            <numerusform>%n ausgewählte Kanäle laufen nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>History charts</source>
        <translation>Verlaufsdiagramme</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Not saved</source>
        <extracomment>%1 is a file, %2 the system&apos;s words for what went wrong</extracomment>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No metric chosen</source>
        <translation>Keine Metrik gewählt</translation>
    </message>
    <message>
        <source>Choose in the Metrics menu what is shown here.</source>
        <translation>Wählen Sie im Menü „Metriken“, was hier gezeigt wird.</translation>
    </message>
    <message>
        <source>Show the usual ones</source>
        <translation>Die üblichen zeigen</translation>
    </message>
    <message numerus="yes">
        <source>a load asks CloudWatch for at least %n metric(s), one per output group, which AWS bills</source>
        <translation>
            <numerusform>jedes Laden fragt bei CloudWatch mindestens %n Metrik ab, eine je Ausgabegruppe, was AWS berechnet</numerusform>
            <numerusform>jedes Laden fragt bei CloudWatch mindestens %n Metriken ab, eine je Ausgabegruppe, was AWS berechnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a load asks CloudWatch for %n metric(s), which AWS bills</source>
        <translation>
            <numerusform>jedes Laden fragt bei CloudWatch %n Metrik ab, was AWS berechnet</numerusform>
            <numerusform>jedes Laden fragt bei CloudWatch %n Metriken ab, was AWS berechnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first of %n selected channel(s)</source>
        <extracomment>Beside the charts of one channel while %n are selected</extracomment>
        <translation>
            <numerusform>der erste von %n ausgewähltem Kanal</numerusform>
            <numerusform>der erste von %n ausgewählten Kanälen</numerusform>
        </translation>
    </message>
    <message>
        <source>a point every %1</source>
        <extracomment>What a chart&apos;s points stand for; %1 is a length of time such as &quot;10 s&quot;</extracomment>
        <translation>ein Punkt je %1</translation>
    </message>
    <message numerus="yes">
        <source>CloudWatch was asked for %n metric(s), which AWS bills</source>
        <translation>
            <numerusform>CloudWatch wurde nach %n Metrik gefragt, die AWS berechnet</numerusform>
            <numerusform>CloudWatch wurde nach %n Metriken gefragt, die AWS berechnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CloudWatch was asked for %n metric(s) with free requests</source>
        <translation>
            <numerusform>CloudWatch wurde nach %n Metrik gefragt, mit kostenlosen Aufrufen</numerusform>
            <numerusform>CloudWatch wurde nach %n Metriken gefragt, mit kostenlosen Aufrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>all from the recording, nothing asked of CloudWatch</source>
        <translation>alles aus der Aufzeichnung, CloudWatch wurde nicht gefragt</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::HealthChartTile</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>Nicht geladen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Name of a chart for screen readers: %1 is a metric, %2 what else the chart is about</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Incomplete: %1</source>
        <translation>Unvollständig: %1</translation>
    </message>
    <message>
        <source>Access denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>These credentials may not read this metric. Allow cloudwatch:GetMetricData in the account it belongs to.</source>
        <translation>Diese Zugangsdaten dürfen diese Metrik nicht lesen. Erlauben Sie cloudwatch:GetMetricData in dem Konto, zu dem sie gehört.</translation>
    </message>
    <message>
        <source>CloudWatch could not give every point. Load again in a moment.</source>
        <translation>CloudWatch konnte nicht jeden Punkt liefern. Laden Sie gleich noch einmal.</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>No data in this range</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
    <message>
        <source>The channel is not running, so it publishes no metrics.</source>
        <translation>Der Kanal läuft nicht und liefert daher keine Metriken.</translation>
    </message>
    <message>
        <source>Not published by this channel</source>
        <translation>Von diesem Kanal nicht veröffentlicht</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>Leg %1: %2</source>
        <extracomment>One leg&apos;s value in a chart&apos;s headline: %1 is 0 or 1, %2 a value with unit. &quot;Leg&quot; is one of a channel&apos;s two redundant pipelines.</extracomment>
        <translation>Pipeline %1: %2</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::HealthPage</name>
    <message>
        <source>Channels Health</source>
        <translation>Kanalzustand</translation>
    </message>
    <message>
        <source>Loading channels…</source>
        <translation>Kanäle werden geladen…</translation>
    </message>
    <message>
        <source>No channels here</source>
        <translation>Hier sind keine Kanäle</translation>
    </message>
    <message>
        <source>The regions shown have been read completely, and MediaLive has no channels in them.</source>
        <translation>Die gezeigten Regionen wurden vollständig gelesen; MediaLive hat darin keine Kanäle.</translation>
    </message>
    <message>
        <source>Show the channel</source>
        <translation>Den Kanal zeigen</translation>
    </message>
    <message>
        <source>&amp;Pin: always watch its metrics</source>
        <translation>&amp;Anheften: Metriken immer überwachen</translation>
    </message>
    <message>
        <source>Metrics of pinned channels are asked for at any time, also while this page is hidden or other rows are on screen. They count towards the CloudWatch budget.</source>
        <translation>Metriken angehefteter Kanäle werden jederzeit abgefragt, auch während diese Seite verborgen ist oder andere Zeilen zu sehen sind. Sie zählen zum CloudWatch-Budget.</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ImportDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Import regions from the AWS files</source>
        <translation>Regionen aus den AWS-Dateien importieren</translation>
    </message>
    <message>
        <source>AWS profiles and their regions</source>
        <translation>AWS-Profile und ihre Regionen</translation>
    </message>
    <message>
        <source>AWS profile, region</source>
        <translation>AWS-Profil, Region</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Regions asked</source>
        <translation>Gefragte Regionen</translation>
    </message>
    <message>
        <source>A shared AWS file can&apos;t be read</source>
        <translation>Eine gemeinsame AWS-Datei ist nicht lesbar</translation>
    </message>
    <message>
        <source>There are no profiles in %1.</source>
        <translation>In %1 gibt es keine Profile.</translation>
    </message>
    <message>
        <source>Choose AWS profiles, and the regions to watch with each. “Look for channels” asks every region once, at no cost. Nothing secret is copied: the keys stay where they are.</source>
        <translation>Wählen Sie AWS-Profile und die Regionen, die damit überwacht werden sollen. „Kanäle suchen“ fragt jede Region einmal, ohne Kosten. Nichts Geheimes wird kopiert: Die Schlüssel bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>is watched already</source>
        <translation>wird bereits überwacht</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Fragt…</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Suche abbrechen</translation>
    </message>
    <message>
        <source>Look for channels</source>
        <translation>Kanäle suchen</translation>
    </message>
    <message>
        <source>Choose one or more AWS profiles first.</source>
        <translation>Wählen Sie zuerst ein oder mehrere AWS-Profile.</translation>
    </message>
    <message numerus="yes">
        <source>Import %n region(s)</source>
        <translation>
            <numerusform>%n Region importieren</numerusform>
            <numerusform>%n Regionen importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Choose the regions to watch first.</source>
        <translation>Wählen Sie zuerst die Regionen, die überwacht werden sollen.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 is what is wrong with the credentials, %2 what to do about it</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of an AWS profile, %2 what is wrong with its credentials</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>%1 is the name of an AWS profile, %2 what is wrong with its keys, %3 what to do about it</extracomment>
        <translation>%1: %2. %3</translation>
    </message>
    <message numerus="yes">
        <source>%n AWS profile(s) could not be searched</source>
        <translation>
            <numerusform>%n AWS-Profil konnte nicht durchsucht werden</numerusform>
            <numerusform>%n AWS-Profile konnten nicht durchsucht werden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallylight::ui::InputsPage</name>
    <message>
        <source>Inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>Loading inputs…</source>
        <translation>Eingänge werden geladen…</translation>
    </message>
    <message>
        <source>No inputs here</source>
        <translation>Hier sind keine Eingänge</translation>
    </message>
    <message>
        <source>The regions shown have been read completely, and MediaLive has no inputs in them.</source>
        <translation>Die gezeigten Regionen wurden vollständig gelesen; MediaLive hat darin keine Eingänge.</translation>
    </message>
    <message>
        <source>Show attached channels</source>
        <translation>Zugeordnete Kanäle zeigen</translation>
    </message>
    <message>
        <source>Show their health</source>
        <translation>Ihren Zustand zeigen</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::JumpPalette</name>
    <message>
        <source>Jump to anything</source>
        <translation>Springen zu…</translation>
    </message>
    <message>
        <source>What to jump to</source>
        <translation>Wohin gesprungen wird</translation>
    </message>
    <message>
        <source>Channel, input, region or page: name or id</source>
        <translation>Kanal, Eingang, Region oder Seite: Name oder ID</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::LegCard</name>
    <message>
        <source>Leg %1</source>
        <extracomment>One of a channel&apos;s two redundant pipelines; %1 is 0 or 1</extracomment>
        <translation>Pipeline %1</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::LegendDialog</name>
    <message>
        <source>Viewers lose picture or sound, or are about to.</source>
        <translation>Zuschauer verlieren Bild oder Ton oder sind kurz davor.</translation>
    </message>
    <message>
        <source>Something is wrong, but there still is a picture.</source>
        <translation>Etwas stimmt nicht, aber es gibt noch ein Bild.</translation>
    </message>
    <message>
        <source>Something needed to judge is missing; the sign inside says what. Never taken for OK.</source>
        <translation>Etwas für die Bewertung Nötiges fehlt; das Zeichen darin sagt, was. Gilt nie als OK.</translation>
    </message>
    <message>
        <source>Everything asked for was seen lately, and nothing is wrong.</source>
        <translation>Alles Abgefragte wurde vor Kurzem gesehen, und nichts ist gestört.</translation>
    </message>
    <message>
        <source>At rest on purpose; there is nothing to judge.</source>
        <translation>Absichtlich in Ruhe; es gibt nichts zu bewerten.</translation>
    </message>
    <message>
        <source>Shapes and words</source>
        <translation>Formen und Wörter</translation>
    </message>
    <message>
        <source>How bad it is, worst first</source>
        <translation>Wie schlimm es ist, das Schlimmste zuerst</translation>
    </message>
    <message>
        <source>What is known about a cell</source>
        <translation>Was über eine Zelle bekannt ist</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::LevelSummary</name>
    <message>
        <source>%1 %2</source>
        <extracomment>Number of rows in a state, then the state&apos;s word: &quot;3 Critical&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>What the shapes and words mean</source>
        <translation>Was die Formen und Wörter bedeuten</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1 – Tallylight</source>
        <translation>%1 – Tallylight</translation>
    </message>
    <message>
        <source>CloudWatch costs</source>
        <translation>CloudWatch-Kosten</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::MessageBar</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more messages</source>
        <translation>
            <numerusform>… und %Ln weitere Meldung</numerusform>
            <numerusform>… und %Ln weitere Meldungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <extracomment>Button that takes a message off the screen.</extracomment>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation>Ausblenden: %1</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::MfaPrompt</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>6 digits</source>
        <translation>6 Ziffern</translation>
    </message>
    <message>
        <source>MFA code</source>
        <translation>MFA-Code</translation>
    </message>
    <message>
        <source>The code the MFA device shows right now</source>
        <translation>Der Code, den das MFA-Gerät gerade zeigt</translation>
    </message>
    <message>
        <source>%1: enter the MFA code</source>
        <extracomment>%1 is the name of a region profile</extracomment>
        <translation>%1: MFA-Code eingeben</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>%1 is an MFA device, as AWS names it</extracomment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::NetworkFields</name>
    <message>
        <source>Choose a CA file</source>
        <translation>CA-Datei wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Password, if it asks for one</source>
        <translation>Passwort, falls er eines verlangt</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>A proxy&apos;s password needs a user: write the address as http://user@host:port.</source>
        <translation>Das Passwort eines Proxys braucht einen Benutzer: Schreiben Sie die Adresse als http://benutzer@host:port.</translation>
    </message>
    <message>
        <source>The stored password belongs to another address. Enter it again.</source>
        <translation>Das gespeicherte Passwort gehört zu einer anderen Adresse. Geben Sie es neu ein.</translation>
    </message>
    <message>
        <source>There is no such file, or it can&apos;t be read.</source>
        <translation>Diese Datei gibt es nicht, oder sie ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::PageLinks</name>
    <message>
        <source>Not there</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>What this leads to has not been read, or no longer exists.</source>
        <translation>Das Ziel wurde noch nicht gelesen oder besteht nicht mehr.</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::PageNotice</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ProfileActions</name>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Its keys are removed from the keychain as well. Nothing changes at AWS.</source>
        <translation>Auch die Schlüssel werden aus dem Schlüsselbund entfernt. Bei AWS ändert sich nichts.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The keys of %1 may still be in the keychain</source>
        <translation>Die Schlüssel von %1 liegen womöglich noch im Schlüsselbund</translation>
    </message>
    <message>
        <source>Remove the entry named Tallylight in your keychain&apos;s own program.</source>
        <translation>Entfernen Sie den Eintrag namens Tallylight im Programm Ihres Schlüsselbunds.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>The list of regions can&apos;t be read</source>
        <translation>Die Regionsliste kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 is damaged. It has been kept as %2; the list starts empty.</source>
        <translation>%1 ist beschädigt. Die Datei wurde als %2 aufgehoben; die Liste beginnt leer.</translation>
    </message>
    <message>
        <source>The list of regions was written by a newer version</source>
        <translation>Die Regionsliste wurde von einer neueren Version geschrieben</translation>
    </message>
    <message>
        <source>%1 is left untouched, so nothing can be saved. Update Tallylight.</source>
        <translation>%1 bleibt unberührt, daher kann nichts gespeichert werden. Aktualisieren Sie Tallylight.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The change was not saved</source>
        <translation>Die Änderung wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Another program has changed %1. Read it again, then repeat the change.</source>
        <translation>Ein anderes Programm hat %1 geändert. Lesen Sie die Datei erneut, und wiederholen Sie dann die Änderung.</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ProfileDialog</name>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Frankfurt prod</source>
        <translation>Frankfurt Prod</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>AWS region</source>
        <translation>AWS-Region</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Colour of the region</source>
        <translation>Farbe der Region</translation>
    </message>
    <message>
        <source>&amp;Production</source>
        <translation>&amp;Produktion</translation>
    </message>
    <message>
        <source>The window wears the colour of production regions on its edge</source>
        <translation>Das Fenster trägt am Rand die Farbe von Produktionsregionen</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>So&amp;urce</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>Where the keys come from</source>
        <translation>Woher die Schlüssel kommen</translation>
    </message>
    <message>
        <source>Access &amp;key id</source>
        <translation>&amp;Zugriffsschlüssel-ID</translation>
    </message>
    <message>
        <source>Access key id</source>
        <translation>Zugriffsschlüssel-ID</translation>
    </message>
    <message>
        <source>Se&amp;cret access key</source>
        <translation>&amp;Geheimer Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation>Geheimer Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>Session &amp;token</source>
        <translation>Sitzungs&amp;token</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>Sitzungstoken</translation>
    </message>
    <message>
        <source>only for temporary keys</source>
        <translation>nur für temporäre Schlüssel</translation>
    </message>
    <message>
        <source>Keep for this run &amp;only</source>
        <translation>Nur für &amp;diesen Lauf behalten</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>&amp;Erweitert</translation>
    </message>
    <message>
        <source>&amp;MediaLive endpoint</source>
        <translation>&amp;MediaLive-Endpunkt</translation>
    </message>
    <message>
        <source>MediaLive endpoint</source>
        <translation>MediaLive-Endpunkt</translation>
    </message>
    <message>
        <source>Cloud&amp;Watch endpoint</source>
        <translation>Cloud&amp;Watch-Endpunkt</translation>
    </message>
    <message>
        <source>CloudWatch endpoint</source>
        <translation>CloudWatch-Endpunkt</translation>
    </message>
    <message>
        <source>&amp;STS endpoint</source>
        <translation>&amp;STS-Endpunkt</translation>
    </message>
    <message>
        <source>STS endpoint</source>
        <translation>STS-Endpunkt</translation>
    </message>
    <message>
        <source>Pro&amp;xy for MediaLive</source>
        <translation>Pro&amp;xy für MediaLive</translation>
    </message>
    <message>
        <source>Proxy for MediaLive</source>
        <translation>Proxy für MediaLive</translation>
    </message>
    <message>
        <source>System proxy</source>
        <translation>Systemproxy</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Kein Proxy</translation>
    </message>
    <message>
        <source>This proxy</source>
        <translation>Dieser Proxy</translation>
    </message>
    <message>
        <source>Address of the proxy for MediaLive</source>
        <translation>Adresse des Proxys für MediaLive</translation>
    </message>
    <message>
        <source>Prox&amp;y for CloudWatch</source>
        <translation>Prox&amp;y für CloudWatch</translation>
    </message>
    <message>
        <source>Proxy for CloudWatch</source>
        <translation>Proxy für CloudWatch</translation>
    </message>
    <message>
        <source>Address of the proxy for CloudWatch</source>
        <translation>Adresse des Proxys für CloudWatch</translation>
    </message>
    <message>
        <source>MediaLive re&amp;quests</source>
        <translation>Media&amp;Live-Anfragen</translation>
    </message>
    <message>
        <source>MediaLive requests per second</source>
        <translation>MediaLive-Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source> per second</source>
        <translation> pro Sekunde</translation>
    </message>
    <message>
        <source>&amp;Inventory every</source>
        <translation>&amp;Inventar alle</translation>
    </message>
    <message>
        <source>Inventory interval</source>
        <translation>Inventarintervall</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>M&amp;etrics every</source>
        <translation>Metri&amp;ken alle</translation>
    </message>
    <message>
        <source>Metrics interval</source>
        <translation>Metrikintervall</translation>
    </message>
    <message>
        <source>CloudWatch &amp;budget</source>
        <translation>CloudWatch-&amp;Budget</translation>
    </message>
    <message>
        <source>CloudWatch budget</source>
        <translation>CloudWatch-Budget</translation>
    </message>
    <message>
        <source> USD a month</source>
        <translation> USD im Monat</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add a region</source>
        <translation>Region hinzufügen</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Both variables are set. They are read when Tallylight starts.</source>
        <translation>Beide Variablen sind gesetzt. Sie werden beim Start von Tallylight gelesen.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Enter the access key id and the secret access key.</source>
        <translation>Geben Sie die Zugriffsschlüssel-ID und den geheimen Zugriffsschlüssel ein.</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>Warten auf den Schlüsselbund…</translation>
    </message>
    <message>
        <source>It may be asking for its password in a window of its own.</source>
        <translation>Er fragt womöglich in einem eigenen Fenster nach seinem Passwort.</translation>
    </message>
    <message>
        <source>The region is saved, its keys are not. %1</source>
        <extracomment>%1 is what to do about the trouble with the keychain</extracomment>
        <translation>Die Region ist gespeichert, ihre Schlüssel sind es nicht. %1</translation>
    </message>
    <message>
        <source>Keep for this run only</source>
        <translation>Nur für diesen Lauf behalten</translation>
    </message>
    <message>
        <source>Load and save</source>
        <translation>Laden und speichern</translation>
    </message>
    <message>
        <source>There are unsaved changes</source>
        <translation>Es gibt ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>The keys are still on their way to the keychain.</source>
        <translation>Die Schlüssel sind noch auf dem Weg in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Use CloudWatch&apos;s &amp;free requests while they last</source>
        <translation>K&amp;ostenlose CloudWatch-Anfragen nutzen, solange sie reichen</translation>
    </message>
    <message>
        <source>The account has a number of free requests a month. As long as few metrics are watched, they are read with those (GetMetricStatistics), one request for each, rather than with calls that always cost money (GetMetricData).</source>
        <translation>Das Konto hat im Monat eine Anzahl kostenloser Anfragen. Solange wenige Metriken überwacht werden, werden sie damit gelesen (GetMetricStatistics), eine Anfrage für jede, statt mit Aufrufen, die immer Geld kosten (GetMetricData).</translation>
    </message>
    <message>
        <source>Stopped, because the profile was changed. Test again.</source>
        <translation>Gestoppt, weil das Profil geändert wurde. Testen Sie erneut.</translation>
    </message>
    <message>
        <source>The keys stay in memory and are gone when Tallylight ends; none are left in the keychain.</source>
        <translation>Die Schlüssel bleiben im Arbeitsspeicher und sind weg, wenn Tallylight endet; im Schlüsselbund bleiben keine.</translation>
    </message>
    <message>
        <source>Keys may still be in the keychain</source>
        <translation>Im Schlüsselbund liegen womöglich noch Schlüssel</translation>
    </message>
    <message>
        <source>Those in memory are used from now on, but what was stored before could not be removed. %1</source>
        <extracomment>%1 is what to do about the trouble with the keychain</extracomment>
        <translation>Die im Arbeitsspeicher werden ab jetzt verwendet, aber die vorher gespeicherten konnten nicht entfernt werden. %1</translation>
    </message>
    <message>
        <source>Leave them there</source>
        <translation>Dort lassen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Lists the profiles of the shared AWS files and finds the regions that have channels</source>
        <translation>Listet die Profile der gemeinsamen AWS-Dateien auf und findet die Regionen, die Kanäle haben</translation>
    </message>
    <message>
        <source>AWS pro&amp;file</source>
        <translation>AWS-Pro&amp;fil</translation>
    </message>
    <message>
        <source>Profile in the shared AWS files</source>
        <translation>Profil in den gemeinsamen AWS-Dateien</translation>
    </message>
    <message>
        <source>A profile of ~/.aws/config or ~/.aws/credentials, with the roles, programs and sign-ins it leads to</source>
        <translation>Ein Profil aus ~/.aws/config oder ~/.aws/credentials mit den Rollen, Programmen und Anmeldungen, zu denen es führt</translation>
    </message>
    <message>
        <source>http://user@proxy:3128</source>
        <translation>http://benutzer@proxy:3128</translation>
    </message>
    <message>
        <source>Password for the MediaLive proxy</source>
        <translation>Passwort für den MediaLive-Proxy</translation>
    </message>
    <message>
        <source>Kept in the keychain, and sent to this proxy only</source>
        <translation>Wird im Schlüsselbund aufbewahrt und nur an diesen Proxy gesendet</translation>
    </message>
    <message>
        <source>Password for the CloudWatch proxy</source>
        <translation>Passwort für den CloudWatch-Proxy</translation>
    </message>
    <message>
        <source>Truste&amp;d CA file</source>
        <translation>Vertraute CA-&amp;Datei</translation>
    </message>
    <message>
        <source>Trusted CA file</source>
        <translation>Vertraute CA-Datei</translation>
    </message>
    <message>
        <source>Only the system&apos;s authorities</source>
        <translation>Nur die Stellen des Systems</translation>
    </message>
    <message>
        <source>A PEM file with certificates to trust besides the system&apos;s, for a proxy that reads TLS traffic or servers of your own</source>
        <translation>Eine PEM-Datei mit Zertifikaten, denen neben denen des Systems vertraut wird, für einen Proxy, der TLS mitliest, oder eigene Server</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the CA file</source>
        <translation>CA-Datei wählen</translation>
    </message>
    <message>
        <source>0 turns CloudWatch off: states and alerts, which are free, are watched alone.</source>
        <translation>0 schaltet CloudWatch ab: Nur Status und Alerts, die kostenlos sind, werden überwacht.</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <extracomment>Title of a dialog; %1 is the name of a region profile</extracomment>
        <translation>%1 duplizieren</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ProfileTester</name>
    <message>
        <source>Reading the keys from the keychain…</source>
        <translation>Schlüssel werden aus dem Schlüsselbund gelesen…</translation>
    </message>
    <message>
        <source>Getting the credentials…</source>
        <translation>Zugangsdaten werden beschafft…</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 is what is wrong with the credentials, %2 what to do about it</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>The role asks for an MFA code.</source>
        <translation>Die Rolle verlangt einen MFA-Code.</translation>
    </message>
    <message>
        <source>This region</source>
        <translation>Diese Region</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::RecordingActions</name>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::RecordingPage</name>
    <message>
        <source>&amp;Keep a history on this computer</source>
        <translation>Einen &amp;Verlauf auf diesem Computer aufbewahren</translation>
    </message>
    <message>
        <source>States, alerts, changes of the inventory, call outcomes and metrics, so that charts, &quot;since when&quot; and the next start know what happened. Never a key.</source>
        <translation>Status, Alerts, Änderungen am Inventar, Ergebnisse von Aufrufen und Metriken, damit Diagramme, „Seit“ und der nächste Start wissen, was geschehen ist. Niemals ein Schlüssel.</translation>
    </message>
    <message>
        <source> days</source>
        <extracomment>After a number of days</extracomment>
        <translation> Tage</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>Dauer der Aufbewahrung</translation>
    </message>
    <message>
        <source>Metrics every &amp;10 seconds, then merged to minutes</source>
        <translation>Metriken alle &amp;10 Sekunden, danach zu Minuten zusammengefasst</translation>
    </message>
    <message>
        <source>Metrics every &amp;minute, then merged to five minutes</source>
        <translation>Metriken jede &amp;Minute, danach zu fünf Minuten zusammengefasst</translation>
    </message>
    <message>
        <source>Metrics every &amp;five minutes, then merged to hours</source>
        <translation>Metriken alle &amp;fünf Minuten, danach zu Stunden zusammengefasst</translation>
    </message>
    <message>
        <source>Metrics every &amp;hour, then deleted</source>
        <translation>Metriken jede &amp;Stunde, danach gelöscht</translation>
    </message>
    <message>
        <source>&amp;States, alerts and changes</source>
        <translation>Status, &amp;Alerts und Änderungen</translation>
    </message>
    <message>
        <source>Where it is, and how large</source>
        <translation>Ort und Größe</translation>
    </message>
    <message>
        <source>File of the history</source>
        <translation>Datei des Verlaufs</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>%1 values could not be written in time and are lost.</source>
        <extracomment>%1 is a number</extracomment>
        <translation>%1 Werte konnten nicht rechtzeitig geschrieben werden und sind verloren.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Not counted while recording is off.</source>
        <translation>Wird nicht gezählt, solange die Aufzeichnung aus ist.</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>A region that is no longer here</source>
        <translation>Eine Region, die nicht mehr da ist</translation>
    </message>
    <message>
        <source>%L1 points, %L2 events</source>
        <translation>%L1 Punkte, %L2 Ereignisse</translation>
    </message>
    <message>
        <source>since %1</source>
        <extracomment>%1 is a time with its zone</extracomment>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Delete history…</source>
        <translation>Verlauf löschen…</translation>
    </message>
    <message>
        <source>Delete the history of %1</source>
        <extracomment>For screen readers; %1 is a region&apos;s name</extracomment>
        <translation>Den Verlauf von %1 löschen</translation>
    </message>
    <message>
        <source>Delete everything recorded of %1? It can&apos;t be brought back.</source>
        <translation>Alles löschen, was von %1 aufgezeichnet ist? Es lässt sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::RegionCard</name>
    <message>
        <source>Refresh now</source>
        <translation>Jetzt aktualisieren</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>Button: puts everything on the card on the clipboard.</extracomment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>PRODUCTION · %1</source>
        <translation>PRODUKTION · %1</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Neu anmelden…</translation>
    </message>
    <message>
        <source>API calls…</source>
        <translation>API-Aufrufe…</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::RoleFields</name>
    <message>
        <source>Assume a r&amp;ole</source>
        <translation>Eine R&amp;olle übernehmen</translation>
    </message>
    <message>
        <source>The keys are used to become another role. Its session is narrowed to reading, whatever the role may do.</source>
        <translation>Mit den Schlüsseln wird eine andere Rolle übernommen. Ihre Sitzung ist auf Lesen beschränkt, was auch immer die Rolle darf.</translation>
    </message>
    <message>
        <source>Role ARN</source>
        <translation>ARN der Rolle</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Externe ID</translation>
    </message>
    <message>
        <source>only if the role asks for one</source>
        <translation>nur wenn die Rolle eine verlangt</translation>
    </message>
    <message>
        <source>MFA device</source>
        <translation>MFA-Gerät</translation>
    </message>
    <message>
        <source>only if the role asks for a code</source>
        <translation>nur wenn die Rolle einen Code verlangt</translation>
    </message>
    <message>
        <source>Session name</source>
        <translation>Name der Sitzung</translation>
    </message>
    <message>
        <source>What CloudTrail shows as the name of the caller</source>
        <translation>Was CloudTrail als Namen des Aufrufers zeigt</translation>
    </message>
    <message>
        <source>How long a session lasts</source>
        <translation>Wie lange eine Sitzung dauert</translation>
    </message>
    <message>
        <source>an hour, as usual</source>
        <extracomment>How long a session lasts when nobody asks</extracomment>
        <translation>eine Stunde, wie üblich</translation>
    </message>
    <message>
        <source> min</source>
        <comment>after a number</comment>
        <translation> min</translation>
    </message>
    <message>
        <source>The role itself sets the limit; a role that is assumed with another role&apos;s keys lasts an hour at most.</source>
        <translation>Die Rolle selbst setzt die Grenze; eine Rolle, die mit den Schlüsseln einer anderen Rolle übernommen wird, gilt höchstens eine Stunde.</translation>
    </message>
    <message>
        <source>Session lasts</source>
        <translation>Sitzungsdauer</translation>
    </message>
    <message>
        <source>The ARN of a role looks like arn:aws:iam::123456789012:role/Name.</source>
        <translation>Der ARN einer Rolle sieht so aus: arn:aws:iam::123456789012:role/Name.</translation>
    </message>
    <message>
        <source>An external id has 2 to 1224 letters, digits and +=,.@:/-.</source>
        <translation>Eine externe ID hat 2 bis 1224 Buchstaben, Ziffern und +=,.@:/-.</translation>
    </message>
    <message>
        <source>An MFA device is a serial number or looks like arn:aws:iam::123456789012:mfa/name.</source>
        <translation>Ein MFA-Gerät ist eine Seriennummer oder sieht so aus: arn:aws:iam::123456789012:mfa/name.</translation>
    </message>
    <message>
        <source>A session name has 2 to 64 letters, digits and +=,.@-.</source>
        <translation>Ein Sitzungsname hat 2 bis 64 Buchstaben, Ziffern und +=,.@-.</translation>
    </message>
    <message>
        <source>A session lasts from 15 minutes to 12 hours.</source>
        <translation>Eine Sitzung dauert 15 Minuten bis 12 Stunden.</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::RulesDialog</name>
    <message>
        <source>Health rules</source>
        <translation>Zustandsregeln</translation>
    </message>
    <message>
        <source>When a row of Channels Health is critical or a warning. What is unknown is never OK, whatever the rules say.</source>
        <translation>Wann eine Zeile im Kanalzustand kritisch oder eine Warnung ist. Unbekanntes ist nie OK, was auch immer die Regeln sagen.</translation>
    </message>
    <message>
        <source>Not everything in %1 could be used:
%2</source>
        <extracomment>%1 is a file name, %2 what is wrong in it, several lines</extracomment>
        <translation>Nicht alles in %1 war verwendbar:
%2</translation>
    </message>
    <message>
        <source>In force until Tallylight is closed, because %1 can&apos;t be written: %2</source>
        <extracomment>%1 is a file name, %2 the system&apos;s words for what went wrong</extracomment>
        <translation>Gilt nur, bis Tallylight geschlossen wird, denn %1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::RulesPage</name>
    <message>
        <source>above</source>
        <extracomment>before a number, as are the next three</extracomment>
        <translation>über</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>%1: level</source>
        <extracomment>%1 is a rule; the name of the field for its level</extracomment>
        <translation>%1: Stufe</translation>
    </message>
    <message>
        <source>%1: threshold</source>
        <extracomment>%1 is a rule; the name of the field for its threshold</extracomment>
        <translation>%1: Schwelle</translation>
    </message>
    <message>
        <source>After a start, wait before judging what needs time</source>
        <translation>Nach einem Start warten, bevor bewertet wird, was Zeit braucht</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>seconds</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source>Rule</source>
        <extracomment>Heading of a column of the health rules, as are the next four</extracomment>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>For at least</source>
        <extracomment>for how long something must be so before it counts</extracomment>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Held for</source>
        <extracomment>for how long something still counts after it is over</extracomment>
        <translation>Gehalten für</translation>
    </message>
    <message>
        <source>%1: for at least</source>
        <extracomment>%1 is a rule; the name of a field for a length of time</extracomment>
        <translation>%1: mindestens</translation>
    </message>
    <message>
        <source>at once</source>
        <extracomment>a rule counts as soon as it is met</extracomment>
        <translation>sofort</translation>
    </message>
    <message>
        <source>How long it must be so before it counts. Readings tell of whole minutes: one bad minute is 60 s.</source>
        <translation>Wie lange es so sein muss, bevor es zählt. Messwerte gelten für ganze Minuten: Eine schlechte Minute sind 60 s.</translation>
    </message>
    <message>
        <source>%1: held for</source>
        <extracomment>%1 is a rule; the name of a field for a length of time</extracomment>
        <translation>%1: gehalten für</translation>
    </message>
    <message>
        <source>not held</source>
        <extracomment>a rule counts no longer than it is met</extracomment>
        <translation>nicht gehalten</translation>
    </message>
    <message>
        <source>How long it still counts after it is over, so that nobody misses a short trouble.</source>
        <translation>Wie lange es danach noch zählt, damit niemandem eine kurze Störung entgeht.</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>Einstellungsseiten</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>Änderungen wirken sofort.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::SideBar</name>
    <message>
        <source>+ Add region…</source>
        <translation>+ Region hinzufügen…</translation>
    </message>
    <message>
        <source>Region</source>
        <extracomment>Button: more that can be done with the selected region.</extracomment>
        <translation>Region</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>REGIONS</source>
        <translation>REGIONEN</translation>
    </message>
    <message>
        <source>Add a region</source>
        <translation>Region hinzufügen</translation>
    </message>
    <message>
        <source>Actions for the selected region</source>
        <translation>Aktionen für die ausgewählte Region</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Jetzt aktualisieren</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Neu anmelden…</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::SidebarDelegate</name>
    <message>
        <source>PROD · %1</source>
        <extracomment>%1 is the second line of a production region in the side bar.</extracomment>
        <translation>PROD · %1</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::SidebarModel</name>
    <message>
        <source>All regions</source>
        <translation>Alle Regionen</translation>
    </message>
    <message>
        <source>All regions: %1</source>
        <translation>Alle Regionen: %1</translation>
    </message>
    <message>
        <source>None added yet</source>
        <translation>Noch keine hinzugefügt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln regions</source>
        <translation>
            <numerusform>%Ln Region</numerusform>
            <numerusform>%Ln Regionen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
%2
%3
%4 channels running</source>
        <translation>%1
%2
%3
%4 Kanäle in Betrieb</translation>
    </message>
    <message>
        <source>Keys: %1</source>
        <extracomment>%1 says until when the access keys in use last</extracomment>
        <translation>Schlüssel: %1</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::SignInActions</name>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 is what went wrong, %2 what to do about it</extracomment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::SignInDialog</name>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Open browser</source>
        <translation>Browser öffnen</translation>
    </message>
    <message>
        <source>Sign in at IAM Identity Center</source>
        <translation>Bei IAM Identity Center anmelden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Confirm this code in the browser. Go on only if the page shows the same code.</source>
        <translation>Bestätigen Sie diesen Code im Browser. Machen Sie nur weiter, wenn die Seite denselben Code zeigt.</translation>
    </message>
    <message>
        <source>Time left to confirm</source>
        <translation>Verbleibende Zeit zum Bestätigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Asking for a code…</source>
        <translation>Ein Code wird angefordert…</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>%1; trying on. %2 left to confirm.</source>
        <extracomment>%1 is what went wrong, %2 a time such as 9:32</extracomment>
        <translation>%1; es wird weiter versucht. Noch %2 zum Bestätigen.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address and open it on any device; %1 left to confirm.</source>
        <extracomment>%1 is a time such as 9:32</extracomment>
        <translation>Es ließ sich kein Browser öffnen. Kopieren Sie die Adresse und öffnen Sie sie auf einem beliebigen Gerät; noch %1 zum Bestätigen.</translation>
    </message>
    <message>
        <source>Waiting for you to confirm; %1 left.</source>
        <extracomment>%1 is a time such as 9:32</extracomment>
        <translation>Wartet auf Ihre Bestätigung; noch %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>The code&apos;s time is over</source>
        <translation>Die Zeit für den Code ist abgelaufen</translation>
    </message>
    <message>
        <source>Nobody has confirmed it. A new code can be had at once.</source>
        <translation>Niemand hat ihn bestätigt. Ein neuer Code ist sofort zu haben.</translation>
    </message>
    <message>
        <source>The sign-in was denied in the browser</source>
        <translation>Die Anmeldung wurde im Browser abgelehnt</translation>
    </message>
    <message>
        <source>If that was not you, leave it at that.</source>
        <translation>Wenn Sie das nicht waren, belassen Sie es dabei.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>It is renewed by itself as long as the Identity Center allows.</source>
        <translation>Sie wird von selbst erneuert, solange das Identity Center es erlaubt.</translation>
    </message>
    <message>
        <source>When it ends, somebody has to sign in again.</source>
        <translation>Wenn sie endet, muss sich jemand neu anmelden.</translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>On a button: the text is in the clipboard now</extracomment>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::SsoFields</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>One of the accounts whoever has signed in may use; type to filter, or type the twelve digits</source>
        <translation>Eines der Konten, die die angemeldete Person nutzen darf; tippen Sie zum Filtern oder geben Sie die zwölf Ziffern ein</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>The permission set to use in that account; one that only reads is enough</source>
        <translation>Der Berechtigungssatz, der in diesem Konto gilt; einer, der nur liest, genügt</translation>
    </message>
    <message>
        <source>Start URL of IAM Identity Center</source>
        <translation>Start-URL von IAM Identity Center</translation>
    </message>
    <message>
        <source>The address of your AWS access portal</source>
        <translation>Die Adresse Ihres AWS-Zugangsportals</translation>
    </message>
    <message>
        <source>Region of IAM Identity Center</source>
        <translation>Region von IAM Identity Center</translation>
    </message>
    <message>
        <source>Where the Identity Center is, which need not be where the channels are</source>
        <translation>Wo das Identity Center ist; die Kanäle können anderswo sein</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Start URL</source>
        <translation>Start-URL</translation>
    </message>
    <message>
        <source>Its region</source>
        <translation>Ihre Region</translation>
    </message>
    <message>
        <source>Enter the start URL and its region first.</source>
        <translation>Geben Sie zuerst die Start-URL und ihre Region ein.</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Neu anmelden…</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signed in until %1</source>
        <translation>Angemeldet bis %1</translation>
    </message>
    <message>
        <source>The sign-in is being renewed…</source>
        <translation>Die Anmeldung wird erneuert…</translation>
    </message>
    <message>
        <source>Waiting for the browser…</source>
        <translation>Wartet auf den Browser…</translation>
    </message>
    <message>
        <source>Not signed in. “aws sso login” does it, too.</source>
        <translation>Nicht angemeldet. „aws sso login“ genügt auch.</translation>
    </message>
    <message>
        <source>No account is assigned to whoever has signed in.</source>
        <translation>Der angemeldeten Person ist kein Konto zugewiesen.</translation>
    </message>
    <message>
        <source>This role is not assigned to whoever has signed in.</source>
        <translation>Diese Rolle ist der angemeldeten Person nicht zugewiesen.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 is what went wrong, %2 what to do about it</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Enter the start URL of IAM Identity Center, such as https://my-company.awsapps.com/start.</source>
        <translation>Geben Sie die Start-URL von IAM Identity Center ein, etwa https://meine-firma.awsapps.com/start.</translation>
    </message>
    <message>
        <source>Choose the region IAM Identity Center is in.</source>
        <translation>Wählen Sie die Region, in der IAM Identity Center ist.</translation>
    </message>
    <message>
        <source>Sign in and choose an account.</source>
        <translation>Melden Sie sich an und wählen Sie ein Konto.</translation>
    </message>
    <message>
        <source>Sign in and choose a role.</source>
        <translation>Melden Sie sich an und wählen Sie eine Rolle.</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::StateDelegate</name>
    <message>
        <source>PROD</source>
        <extracomment>Short mark of a production profile, in a small frame.</extracomment>
        <translation>PROD</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::StatusStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>How old the oldest data shown are, and when the next look at AWS comes</source>
        <translation>Wie alt die ältesten gezeigten Daten sind und wann AWS das nächste Mal gefragt wird</translation>
    </message>
    <message>
        <source>Reading from AWS</source>
        <translation>AWS wird gelesen</translation>
    </message>
    <message>
        <source>Cancel reading</source>
        <translation>Lesen abbrechen</translation>
    </message>
    <message>
        <source>MediaLive requests over the last ten seconds; the limit is shared with everyone using the account</source>
        <translation>MediaLive-Anfragen der letzten zehn Sekunden; das Limit teilen sich alle, die das Konto nutzen</translation>
    </message>
    <message>
        <source>The time now, in the zone all times are shown in</source>
        <translation>Die aktuelle Zeit, in der Zone, in der alle Zeiten gezeigt werden</translation>
    </message>
    <message>
        <source>Nothing is being watched</source>
        <translation>Nichts wird überwacht</translation>
    </message>
    <message>
        <source>Not everything read yet</source>
        <translation>Noch nicht alles gelesen</translation>
    </message>
    <message>
        <source>Updated %1 ago</source>
        <translation>Aktualisiert vor %1</translation>
    </message>
    <message>
        <source>%1 · paused</source>
        <translation>%1 · pausiert</translation>
    </message>
    <message numerus="yes">
        <source>%1 · reading, %Ln items so far</source>
        <translation>
            <numerusform>%1 · liest, bisher %Ln Eintrag</numerusform>
            <numerusform>%1 · liest, bisher %Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · reading</source>
        <translation>%1 · liest</translation>
    </message>
    <message>
        <source>%1 · next in %2</source>
        <translation>%1 · nächstes Lesen in %2</translation>
    </message>
    <message>
        <source>API %1/s of %2</source>
        <translation>API %1/s von %2</translation>
    </message>
    <message>
        <source>API %1/s</source>
        <translation>API %1/s</translation>
    </message>
    <message>
        <source>Times in UTC</source>
        <extracomment>The button that switches the zone times are shown in, naming the one in use.</extracomment>
        <translation>Zeiten in UTC</translation>
    </message>
    <message>
        <source>Local times</source>
        <translation>Ortszeiten</translation>
    </message>
    <message>
        <source>Times are in UTC; switch to local time</source>
        <translation>Zeiten sind in UTC; auf Ortszeit umschalten</translation>
    </message>
    <message>
        <source>Times are local; switch to UTC</source>
        <translation>Zeiten sind Ortszeiten; auf UTC umschalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume watching</source>
        <translation>Überwachung fortsetzen</translation>
    </message>
    <message>
        <source>Pause watching</source>
        <translation>Überwachung pausieren</translation>
    </message>
    <message>
        <source>States and alerts come from MediaLive and cost nothing.</source>
        <translation>Status und Alerts kommen von MediaLive und kosten nichts.</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::TableHeader</name>
    <message>
        <source>Column titles</source>
        <translation>Spaltentitel</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::TablePage</name>
    <message>
        <source>Columns</source>
        <extracomment>Button: which columns are shown.</extracomment>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose the columns shown</source>
        <translation>Gezeigte Spalten wählen</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message>
        <source>Export the rows shown as CSV</source>
        <translation>Die gezeigten Zeilen als CSV exportieren</translation>
    </message>
    <message>
        <source>Filters cleared</source>
        <translation>Filter gelöscht</translation>
    </message>
    <message>
        <source>They were hiding what you went to.</source>
        <translation>Die Filter haben das Gesuchte verborgen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <extracomment>Number of rows of a table, none of them hidden.</extracomment>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>No region is being watched yet</source>
        <translation>Noch wird keine Region überwacht</translation>
    </message>
    <message>
        <source>Add a region of an AWS account to see its inputs, channels and their health here, or open the demo, which needs no account.</source>
        <translation>Fügen Sie eine Region eines AWS-Kontos hinzu, um hier ihre Eingänge, Kanäle und deren Zustand zu sehen; oder öffnen Sie die Demo, die kein Konto braucht.</translation>
    </message>
    <message>
        <source>Add a region…</source>
        <translation>Region hinzufügen…</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Nothing matches the filters</source>
        <translation>Nichts passt zu den Filtern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are hidden by them.</source>
        <translation>
            <numerusform>%Ln Zeile ist dadurch verborgen.</numerusform>
            <numerusform>%Ln Zeilen sind dadurch verborgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln items read so far.</source>
        <translation>
            <numerusform>Bisher %Ln Eintrag gelesen.</numerusform>
            <numerusform>Bisher %Ln Einträge gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the first answer.</source>
        <translation>Warten auf die erste Antwort.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing is known yet</source>
        <translation>Noch ist nichts bekannt</translation>
    </message>
    <message>
        <source>No complete answer has arrived. If a message above says why, mend that first; otherwise try again.</source>
        <translation>Es ist keine vollständige Antwort angekommen. Wenn eine Meldung oben den Grund nennt, beheben Sie diesen zuerst; sonst versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Reset columns, widths and sorting</source>
        <translation>Spalten, Breiten und Sortierung zurücksetzen</translation>
    </message>
    <message>
        <source>Sort by %1, ascending</source>
        <translation>Nach %1 sortieren, aufsteigend</translation>
    </message>
    <message>
        <source>Sort by %1, descending</source>
        <translation>Nach %1 sortieren, absteigend</translation>
    </message>
    <message>
        <source>Filter by %1…</source>
        <translation>Nach %1 filtern…</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy selected rows with titles</source>
        <translation>Ausgewählte Zeilen mit Titeln kopieren</translation>
    </message>
    <message>
        <source>Copy ARN</source>
        <translation>ARN kopieren</translation>
    </message>
    <message>
        <source>Export the rows shown</source>
        <translation>Die gezeigten Zeilen exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows written to %1.</source>
        <translation>
            <numerusform>%Ln Zeile in %1 geschrieben.</numerusform>
            <numerusform>%Ln Zeilen in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Nicht exportiert</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Sorting held</source>
        <extracomment>Below a table: rows keep their places for a moment, because the pointer is on them.</extracomment>
        <translation>Sortierung angehalten</translation>
    </message>
    <message>
        <source>Rows keep their places while you point at them or scroll.</source>
        <translation>Zeilen behalten ihren Platz, solange Sie auf sie zeigen oder scrollen.</translation>
    </message>
    <message>
        <source>View deleted</source>
        <translation>Ansicht gelöscht</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Scroll to the selection</source>
        <translation>Zur Auswahl scrollen</translation>
    </message>
    <message>
        <source>Then by %1</source>
        <translation>Dann nach %1</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ThumbnailView</name>
    <message>
        <source>The picture can&apos;t be read.</source>
        <translation>Das Bild kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Picture of the input</source>
        <translation>Bild des Eingangs</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::ViewsButton</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Views</source>
        <extracomment>A button: the saved views of a table.</extracomment>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Ansicht: %1</translation>
    </message>
    <message>
        <source>View: %1, changed</source>
        <extracomment>The button for saved views: the one chosen last, which no longer looks as saved.</extracomment>
        <translation>Ansicht: %1, geändert</translation>
    </message>
    <message>
        <source>No saved views yet</source>
        <translation>Noch keine gespeicherten Ansichten</translation>
    </message>
    <message>
        <source>Save as a new view…</source>
        <translation>Als neue Ansicht speichern…</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Save changes to %1</source>
        <extracomment>%1 is the name of a saved view</extracomment>
        <translation>Änderungen in %1 speichern</translation>
    </message>
    <message>
        <source>Rename %1…</source>
        <extracomment>%1 is the name of a saved view</extracomment>
        <translation>%1 umbenennen…</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <extracomment>%1 is the name of a saved view</extracomment>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
</context>
<context>
    <name>tallylight::ui::WindowHeader</name>
    <message>
        <source>Jump to anything   Ctrl+K</source>
        <translation>Springen zu…   Strg+K</translation>
    </message>
    <message>
        <source>Jump to anything</source>
        <translation>Springen zu…</translation>
    </message>
    <message>
        <source>Nothing watched</source>
        <translation>Nichts überwacht</translation>
    </message>
    <message>
        <source>Overall state: %1</source>
        <translation>Gesamtzustand: %1</translation>
    </message>
    <message>
        <source>PRODUCTION · %1</source>
        <translation>PRODUKTION · %1</translation>
    </message>
</context>
</TS>
