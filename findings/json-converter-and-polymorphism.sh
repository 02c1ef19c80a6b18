#!/usr/bin/env bash
# System.Text.Json refuses a polymorphic base class that has a converter of its own, and takes the same converter from a property of that class.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >Shapes.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
</Project>
XML
cat >Program.cs <<'CS'
using System.Text.Json;
using System.Text.Json.Serialization;

Console.WriteLine($"System.Text.Json {typeof(JsonSerializer).Assembly.GetName().Version}");
Console.WriteLine($"on the property: {JsonSerializer.Serialize(new Drawing(new Circle(2)))}");
try
{
    JsonSerializer.Serialize<Marked>(new MarkedCircle(2));
    Console.WriteLine("on the type: written");
}
catch (NotSupportedException exception)
{
    Console.WriteLine($"on the type: {exception.GetType().Name}");
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Circle), "circle")]
abstract record Shape;

sealed record Circle(int Radius) : Shape;

sealed record Drawing([property: JsonConverter(typeof(Named<Shape>))] Shape Shape);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MarkedCircle), "circle")]
[JsonConverter(typeof(Named<Marked>))]
abstract record Marked;

sealed record MarkedCircle(int Radius) : Marked;

sealed class Named<T> : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new InvalidOperationException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value!.GetType().Name);
}
CS

dotnet run | tee run.log
grep -qx 'on the property: {"Shape":"Circle"}' run.log && grep -qx 'on the type: NotSupportedException' run.log || { echo "CHANGED"; exit 1; }
