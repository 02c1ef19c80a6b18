#!/usr/bin/env bash
# An F# program in a folder with central package versions builds without a warning and does not start: the F# SDK drops its own reference
# to FSharp.Core there. One explicit reference mends it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >Directory.Packages.props <<'XML'
<Project>
  <PropertyGroup>
    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
  </PropertyGroup>
</Project>
XML
cat >Greeting.fsproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <Compile Include="Program.fs" />
  </ItemGroup>
</Project>
XML
cat >Program.fs <<'FS'
printfn "sum %d" (List.sum [ 1; 2; 3 ])
FS

echo "SDK $(dotnet --version)"
dotnet build --nologo -v q 2>&1 | tee build.log
if grep -qE "warning|error" build.log; then echo "CHANGED: the build says something"; exit 1; fi
[ ! -e bin/Debug/net10.0/FSharp.Core.dll ] || { echo "CHANGED: FSharp.Core is in the output"; exit 1; }
if dotnet bin/Debug/net10.0/Greeting.dll >run.log 2>&1; then echo "CHANGED: the program starts"; exit 1; fi
grep -o "Could not load file or assembly 'FSharp.Core[^']*'" run.log

sed -i 's|</Project>|  <ItemGroup>\n    <PackageReference Include="FSharp.Core" VersionOverride="$(FSCorePackageVersion)" />\n  </ItemGroup>\n</Project>|' Greeting.fsproj
dotnet build --nologo -v q
dotnet bin/Debug/net10.0/Greeting.dll
echo "As seen: no warning at build, FSharp.Core missing at run, well with an explicit reference."
