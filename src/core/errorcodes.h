// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>

/// ApiError::code for failures that no service has a name for. Words for them are made in
/// models/errortext.
namespace tallylight::errorcodes {

inline constexpr QLatin1StringView kCertificateExpired{"CertificateExpired"};
/// Usually this computer's clock is behind.
inline constexpr QLatin1StringView kCertificateNotYetValid{"CertificateNotYetValid"};
inline constexpr QLatin1StringView kCertificateForAnotherHost{"CertificateForAnotherHost"};
inline constexpr QLatin1StringView kCertificateSelfSigned{"CertificateSelfSigned"};
/// Signed by an authority that neither the system nor the profile's CA file knows.
inline constexpr QLatin1StringView kCertificateIssuerUnknown{"CertificateIssuerUnknown"};
/// The profile's CA file is missing, can't be read or holds no certificate.
inline constexpr QLatin1StringView kCaFileUnusable{"CaFileUnusable"};
/// The proxy wants a user name and a password, and there is none to give.
inline constexpr QLatin1StringView kProxyPasswordMissing{"ProxyPasswordMissing"};
inline constexpr QLatin1StringView kProxyPasswordRefused{"ProxyPasswordRefused"};
/// The proxy was given a password and opened no connection. Some proxies (tinyproxy among them) do
/// not tell a wrong password from a host they can't reach.
inline constexpr QLatin1StringView kProxyTunnelRefused{"ProxyTunnelRefused"};
/// A web page came instead of an answer: a sign-in page, a filtering proxy, another web server.
inline constexpr QLatin1StringView kWebPage{"WebPageInsteadOfAnswer"};

} // namespace tallylight::errorcodes
