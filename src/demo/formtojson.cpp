// SPDX-FileCopyrightText: 2026 The Tallylight developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/formtojson.h"

#include <QJsonArray>
#include <QMap>
#include <QStringList>

#include <map>

using namespace Qt::StringLiterals;

namespace tallylight::demo {

namespace {

// Deeper than any call nests; keeps a hostile form from nesting without end.
constexpr qsizetype kMaxDepth = 12;

struct Node
{
    QString value;
    std::map<QString, Node> children;
};

QJsonValue toJson(const Node &node)
{
    if (node.children.empty())
        return node.value;
    const auto member = node.children.find(u"member"_s);
    if (member != node.children.end() && node.children.size() == 1) {
        std::map<int, const Node *> ordered;
        for (const auto &[number, child] : member->second.children)
            ordered.emplace(number.toInt(), &child);
        QJsonArray list;
        for (const auto &[number, child] : ordered)
            list.append(toJson(*child));
        return list;
    }
    QJsonObject object;
    for (const auto &[name, child] : node.children)
        object.insert(name, toJson(child));
    return object;
}

QString decoded(QByteArray text)
{
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

} // namespace

QJsonObject formToJson(const QByteArray &form)
{
    Node root;
    const QByteArrayList pairs = form.split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        const QStringList path = decoded(equals < 0 ? pair : pair.left(equals)).split(u'.');
        if (path.size() > kMaxDepth)
            continue;
        Node *node = &root;
        for (const QString &part : path)
            node = &node->children[part];
        node->value = equals < 0 ? QString() : decoded(pair.mid(equals + 1));
    }
    return toJson(root).toObject();
}

} // namespace tallylight::demo
