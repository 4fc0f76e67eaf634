// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/networktext.h"

#include "core/errorcodes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tallylight::models {

namespace {

struct NetworkText
{
    Q_DECLARE_TR_FUNCTIONS(NetworkText)
};

QString issuerAdvice(const QString &issuer)
{
    const QString who = issuer.isEmpty()
        //: Stands for the name of who signed a certificate
        ? NetworkText::tr("an unknown authority")
        : issuer;
    //: %1 is who signed a certificate
    return NetworkText::tr("The certificate was issued by %1, which this computer does not trust. "
                           "A TLS-inspecting proxy may be in between; if it is your company's, add "
                           "its CA file to the region profile, under Advanced. Nothing is sent "
                           "before.")
        .arg(who);
}

QString certificateAdvice(const ApiError &error)
{
    if (error.code == errorcodes::kCertificateIssuerUnknown)
        return issuerAdvice(error.certificateIssuer);
    if (error.code == errorcodes::kCertificateSelfSigned) {
        //: %1 is the name in a certificate
        return NetworkText::tr("The server vouches for itself (%1), and nobody else does. If it is "
                               "a server or an inspecting proxy of your own, add its certificate "
                               "to the region profile as the CA file, under Advanced. Nothing is "
                               "sent before.")
            .arg(error.certificateIssuer);
    }
    if (error.code == errorcodes::kCertificateForAnotherHost)
        return NetworkText::tr("The certificate belongs to another host than the one that was "
                               "asked for. Check the endpoint in the region profile; a proxy or a "
                               "sign-in page may have answered in its place.");
    if (error.code == errorcodes::kCertificateExpired)
        return NetworkText::tr("The server's certificate has expired. Its owner has to renew it, "
                               "unless this computer's clock is ahead.");
    if (error.code == errorcodes::kCertificateNotYetValid)
        return NetworkText::tr(
            "The server's certificate is not valid yet, which usually means that "
            "this computer's clock is behind. Set it, best from the network.");
    if (error.code == errorcodes::kCaFileUnusable)
        return NetworkText::tr("The region profile names a CA file that is missing, can't be read "
                               "or holds no certificate. Choose a PEM file, or leave the field "
                               "empty. Nothing is sent before.");
    return {};
}

QString proxyAdvice(const QString &code)
{
    if (code == errorcodes::kProxyPasswordMissing)
        return NetworkText::tr("Enter the user in the proxy's address (http://user@host:port) and "
                               "the password beside it, in the region profile under Advanced.");
    if (code == errorcodes::kProxyPasswordRefused)
        return NetworkText::tr("The proxy does not accept the user and the password of the region "
                               "profile. Enter them again, under Advanced.");
    if (code == errorcodes::kProxyTunnelRefused)
        return NetworkText::tr("The proxy was given the user and the password of the region "
                               "profile, and opened no connection all the same. Check both, and "
                               "whether it may reach the host; it does not say which it is.");
    if (code == "ProxyNotFoundError"_L1)
        return NetworkText::tr("The name of the proxy can't be found. Check its address, and "
                               "whether the network or the VPN it belongs to is connected.");
    if (code == "ProxyConnectionRefusedError"_L1 || code == "ProxyConnectionClosedError"_L1
        || code == "ProxyTimeoutError"_L1 || code == "UnknownProxyError"_L1)
        return NetworkText::tr("The proxy can't be reached, or it can't reach AWS. Check its "
                               "address, and whether it lets this connection through.");
    return {};
}

} // namespace

QString networkTitle(const ApiError &error)
{
    const QString &code = error.code;
    if (code == errorcodes::kProxyPasswordMissing)
        return NetworkText::tr("The proxy asks for a password");
    if (code == errorcodes::kProxyPasswordRefused)
        return NetworkText::tr("The proxy refuses the password");
    if (code == errorcodes::kProxyTunnelRefused)
        return NetworkText::tr("The proxy lets nothing through");
    if (!proxyAdvice(code).isEmpty())
        return NetworkText::tr("No connection through the proxy");
    if (code == "HostNotFoundError"_L1)
        return NetworkText::tr("Host name not found");
    if (code == errorcodes::kWebPage)
        return NetworkText::tr("A web page came instead of an answer");
    if (code == errorcodes::kCaFileUnusable)
        return NetworkText::tr("The CA file can't be used");
    if (code == errorcodes::kCertificateIssuerUnknown || code == errorcodes::kCertificateSelfSigned)
        return NetworkText::tr("Certificate from an unknown issuer");
    if (code == errorcodes::kCertificateForAnotherHost)
        return NetworkText::tr("Certificate for another host");
    if (code == errorcodes::kCertificateExpired)
        return NetworkText::tr("Certificate expired");
    if (code == errorcodes::kCertificateNotYetValid)
        return NetworkText::tr("Certificate not valid yet");
    return {};
}

QString networkAdvice(const ApiError &error)
{
    if (error.category == ErrorCategory::Tls)
        return certificateAdvice(error);
    const QString proxy = proxyAdvice(error.code);
    if (!proxy.isEmpty())
        return proxy;
    if (error.code == "HostNotFoundError"_L1)
        return NetworkText::tr("This computer finds no address for the host. It may be offline, or "
                               "the VPN that knows the name is down; otherwise check the endpoint "
                               "in the region profile. It is tried again by itself.");
    if (error.code == "ConnectionRefusedError"_L1)
        return NetworkText::tr("The host is there, but nothing answers at this port. Check the "
                               "endpoint in the region profile and the firewall. It is tried again "
                               "by itself.");
    if (error.code == errorcodes::kWebPage)
        return NetworkText::tr("Somebody else has answered in AWS's place: the sign-in page of a "
                               "hotel or office network, or a proxy that blocks the host. Open a "
                               "web page in the browser to sign in, or ask whoever runs the "
                               "network. What was known before is kept.");
    return {};
}

} // namespace tallylight::models
